/** A definition while it is being written: JSON that may still be wrong. What is wrong with it, the service says. */

/** What stands at a path such as ["space", "grid", "x", "linspace", 2]. */
export function at(object, path) {
  return path.reduce((inner, key) => (inner === null || inner === undefined ? undefined : inner[key]), object);
}

/** Puts something there; undefined takes it away. */
export function put(object, path, value) {
  const inner = path.slice(0, -1).reduce((outer, key) => (outer[key] ??= {}), object);
  if (value === undefined) delete inner[path.at(-1)];
  else inner[path.at(-1)] = value;
}

/** A path as problems name it: space.grid.x.linspace[2] */
export function pathText(path) {
  return path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${key}`)).join("");
}

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What somebody means by a text: a number if it is one, else the text, for the service to judge. */
export function meant(text) {
  const stripped = text.trim();
  if (NUMBER.test(stripped)) return Number(stripped);
  if (stripped === "true" || stripped === "false") return stripped === "true";
  return stripped;
}

export function meantList(text) {
  return text.split(",").map(meant).filter(one => one !== "");
}

export function shown(value) {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.map(shown).join(", ") : typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** JSON with short lists in one line. */
export function pretty(value) {
  return JSON.stringify(value, null, 2).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (all, inner) => {
    const line = `[${inner.replace(/\s*\n\s*/g, " ")}]`;
    return line.length <= 100 ? line : all;
  });
}
