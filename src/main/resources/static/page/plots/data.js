/** What the plots ask for, and how they say it. */

import { get } from "../core/api.js";
import { unitText, value, withUnit } from "../core/format.js";

/** What can be taken of an array. */
export const ELEMENTS = ["mean", "first", "last", "min", "max", "sum"];

export function named(variable) {
  return variable.unit ? `${variable.name} (${unitText(variable.unit)})` : variable.name;
}

export function options(variables) {
  return variables.map(one => ({ value: one.name, label: named(one) }));
}

export function isNumber(variable) {
  return variable.type === "real" || variable.type === "integer";
}

/** Outputs that a number can be taken of. */
export function numeric(outputs) {
  return outputs.filter(one => isNumber(one) || one.type === "array");
}

/** Positions along a dimension of a labelled array, as texts. */
export function labels(dim) {
  if (dim.kind === "bins") return dim.edges.slice(0, -1).map((edge, i) => `${value(edge, 4)} to ${value(dim.edges[i + 1], 4)}`);
  return dim.values.map(one => value(one, 6));
}

/** For an axis: bins by their middle. */
export function marks(dim) {
  if (dim.kind === "bins") return dim.edges.slice(0, -1).map((edge, i) => value((edge + dim.edges[i + 1]) / 2, 3));
  return dim.values.map(one => value(one, 4));
}

export function middles(dim) {
  return dim.kind === "bins" ? dim.edges.slice(0, -1).map((edge, i) => (edge + dim.edges[i + 1]) / 2) : dim.values;
}

/** Conditions joined; undefined if there is none. */
export function where(...conditions) {
  const all = conditions.filter(Boolean);
  return all.length === 0 ? undefined : all.length === 1 ? all[0] : all.map(one => `(${one})`).join(" and ");
}

/** That a parameter is at a position of its dimension. */
export function at(dim, position) {
  if (dim.kind === "values") return `${dim.name} == ${dim.values[position]}`;
  const last = position === dim.edges.length - 2;
  return `${dim.edges[position]} <= ${dim.name} and ${dim.name} ${last ? "<=" : "<"} ${dim.edges[position + 1]}`;
}

/** The values that a parameter takes, as a dimension; kept, since they do not change but by an extension. */
export function dimension(subject, name, signal) {
  subject.dimensions ??= new Map();
  if (!subject.dimensions.has(name)) {
    const asked = get(`sweeps/${subject.id}/array`, { dims: name, output: numeric(subject.outputs)[0]?.name, reduce: "count" }, signal)
      .then(({ dims }) => dims[0]);
    asked.catch(() => subject.dimensions.delete(name));
    subject.dimensions.set(name, asked);
  }
  return subject.dimensions.get(name);
}

export function points(data) {
  const all = `${data.points.toLocaleString()} points`;
  return data.failed ? `${all}, ${data.failed.toLocaleString()} failed` : all;
}

export { value, withUnit };
