/** What a definition says, as far as a page has to know. */

const LISTS = ["union", "product"];

/** The parameters that a space gives, in the order in which it names them. */
export function sweptNames(space) {
  const names = new Set();
  collect(space, names);
  return [...names];
}

function collect(space, names) {
  if (!space || typeof space !== "object") return;
  for (const kind of ["grid", "zip"]) add(space[kind], names);
  for (const kind of ["sample", "sensitivity"]) add(space[kind]?.parameters, names);
  for (const kind of LISTS) if (Array.isArray(space[kind])) space[kind].forEach(part => collect(part, names));
  if (Array.isArray(space.points)) add(space.points[0], names);
  if (typeof space.csv === "string") space.csv.split(/\r?\n/, 1)[0].split(",").forEach(name => names.add(name.trim().replace(/^"|"$/g, "")));
  add(space.derive, names);
}

function add(named, names) {
  if (named && typeof named === "object") Object.keys(named).forEach(name => names.add(name));
}

/**
 * What can be drawn: parameters that vary, and outputs, each { name, unit, type }.
 *
 * @param model as the service describes it, or null if it is not there any more
 */
export function variables(definition, model) {
  const formulas = definition.model?.formula;
  const known = new Map((model?.parameters ?? []).map(one => [one.name, one]));
  const swept = sweptNames(definition.space).map(name => known.get(name) ?? { name, unit: "", type: "real" });
  const outputs = formulas
    ? Object.keys(formulas).map(name => ({ name, unit: "", type: "real" }))
    : (model?.outputs ?? []);
  return { swept, outputs };
}

/** A command that submits a definition again. */
export function curl(definition) {
  const json = JSON.stringify(definition, null, 2).replaceAll("'", "'\\''");
  return `curl -s ${new URL("api/v1/sweeps", document.baseURI)} -H 'Content-Type: application/json' -d '${json}'`;
}
