/** Axes, distributions and the spaces that a form can show. */

/** What an axis asks for; a list is a list of values. */
export const AXES = {
  list: { word: "a list", parts: null },
  linspace: { word: "linspace: even steps", parts: ["From", "To", "Number"] },
  geomspace: { word: "geomspace: even ratios", parts: ["From", "To", "Number"] },
  logspace: { word: "logspace: powers of 10", parts: ["From 10^", "To 10^", "Number"] },
  arange: { word: "arange: by a step", parts: ["From", "Up to, not including", "Step"] },
};

export const DISTRIBUTIONS = {
  uniform: { word: "Uniform", parts: ["From", "To"] },
  loguniform: { word: "Uniform in the logarithm", parts: ["From", "To"] },
  normal: { word: "Normal", parts: ["Mean", "Standard deviation"] },
  truncnormal: { word: "Normal between two ends", parts: ["Mean", "Standard deviation", "From", "To"] },
  triangular: { word: "Triangular", parts: ["From", "Most likely", "To"] },
  randint: { word: "Whole numbers", parts: ["From", "Up to, not including"] },
  choice: { word: "One of", parts: null },
};

export const METHODS = [
  { value: "sobol", label: "Sobol sequence" }, { value: "latin-hypercube", label: "Latin hypercube" },
  { value: "halton", label: "Halton sequence" }, { value: "random", label: "Random" },
];

export const KINDS = [
  { value: "grid", label: "Every combination" }, { value: "zip", label: "Side by side" }, { value: "sample", label: "A sample" },
];

const BESIDE = ["where", "derive"];

/** grid, zip or sample if a form can show the space, else null. */
export function kindOf(space) {
  if (!space || typeof space !== "object" || Array.isArray(space)) return null;
  const keys = Object.keys(space).filter(key => !BESIDE.includes(key));
  const kind = keys.length === 1 && KINDS.find(one => one.value === keys[0])?.value;
  if (!kind) return null;
  const named = kind === "sample" ? space.sample?.parameters : space[kind];
  return named && typeof named === "object" && !Array.isArray(named) ? kind : null;
}

/** The path of what gives values to parameters in a space of this kind. */
export function variedPath(kind) {
  return kind === "sample" ? ["space", "sample", "parameters"] : ["space", kind];
}

/** Which kind of axis or distribution it is. */
export function formOf(axis, forms) {
  if (Array.isArray(axis)) return "list";
  const key = axis && typeof axis === "object" ? Object.keys(axis)[0] : undefined;
  return key in forms ? key : null;
}

/** The same space of another kind, with as much of it as has a meaning there. */
export function asKind(space, from, to) {
  const named = (from === "sample" ? space.sample?.parameters : space[from]) ?? {};
  const convert = to === "sample" ? toDistribution : from === "sample" ? toAxis : axis => axis;
  const varied = Object.fromEntries(Object.entries(named).map(([name, axis]) => [name, convert(axis)]));
  const rest = Object.fromEntries(BESIDE.filter(key => key in space).map(key => [key, space[key]]));
  return { ...(to === "sample" ? { sample: { method: "sobol", count: 256, parameters: varied } } : { [to]: varied }), ...rest };
}

function toDistribution(axis) {
  const form = formOf(axis, AXES);
  if (form === "list") return axis.length > 2 || axis.some(one => typeof one !== "number") ? { choice: axis } : { uniform: [axis[0] ?? 0, axis[1] ?? 1] };
  const [from, to] = axis[form];
  if (form === "geomspace") return { loguniform: [from, to] };
  if (form === "logspace") return { loguniform: [10 ** from, 10 ** to] };
  return form === "arange" && Number.isInteger(from) && Number.isInteger(to) ? { randint: [from, to] } : { uniform: [from, to] };
}

function toAxis(distribution) {
  const form = formOf(distribution, DISTRIBUTIONS);
  const values = distribution[form] ?? [];
  if (form === "choice") return values;
  if (form === "loguniform") return { geomspace: [...values, 5] };
  if (form === "randint") return { arange: [...values, 1] };
  if (form === "normal" || form === "truncnormal") return { linspace: [values[0] - 2 * values[1], values[0] + 2 * values[1], 5] };
  return { linspace: [values[0], values.at(-1), 5] };
}

/** Values to begin with for a parameter that is to vary. */
export function firstAxis(parameter) {
  if (parameter.choices) return parameter.choices;
  if (parameter.type === "boolean") return [false, true];
  if (parameter.type === "text") return [parameter.defaultValue ?? "a"];
  const middle = typeof parameter.defaultValue === "number" ? parameter.defaultValue : undefined;
  const low = parameter.min ?? -Infinity;
  const high = parameter.max ?? Infinity;
  if (parameter.type === "integer") {
    const from = Math.max(middle ?? 0, Number.isFinite(low) ? low : -Infinity);
    return { arange: [from, Math.min(from + 5, high + 1), 1] };
  }
  const from = Math.max(middle === undefined ? 0 : middle - Math.abs(middle) / 2, low);
  const to = Math.min(middle === undefined ? 1 : middle + Math.abs(middle) / 2 || 1, high);
  return { linspace: [rounded(from), rounded(to > from ? to : from + 1), 5] };
}

function rounded(number) {
  return Number(number.toPrecision(6));
}
