/** What the form begins with. */

import { get } from "../core/api.js";
import { sweptNames } from "../parts/definition.js";
import { firstAxis } from "./spaces.js";

const KEPT = "parsweep-draft";

const EXAMPLES = {
  chains: {
    name: "Chains of DNA", model: "wormlike-chain",
    space: { grid: { packingRatio: { linspace: [20, 60, 9] }, persistenceLength: { geomspace: [10, 200, 12] } } },
    fixed: { chains: 100 }, replicates: 3, seed: 42,
  },
};

/** A definition by the address: a clone, a link, an example, a model, or what was being written. */
export async function firstDefinition({ from, point, definition, example, model }, models, signal) {
  if (from) return clone(await get(`sweeps/${from}/definition`, {}, signal), from, point, signal);
  if (definition) return JSON.parse(definition);
  if (example in EXAMPLES) return structuredClone(EXAMPLES[example]);
  if (model) return ofModel(models.find(one => one.name === model) ?? { name: model });
  return kept() ?? {};
}

/** Excluding is quick, but not free: a second for a hundred million points. */
const MOST_EXCLUDED = 1e8;

async function clone(definition, from, point, signal) {
  if (point === undefined) return definition;
  const [{ parameters }, { progress }] = await Promise.all([get(`sweeps/${from}/points/${point}`, {}, signal), get(`sweeps/${from}`, {}, signal)]);
  const name = `${definition.name ?? `Sweep ${from}`}, point ${point}`;
  const { space, ...others } = definition;
  const swept = sweptNames(space).map(one => [one, parameters[one]]);
  if (space.sensitivity || progress.total > MOST_EXCLUDED || swept.some(([, one]) => typeof one === "string")) {
    return { ...others, name, space: { points: [Object.fromEntries(swept)] } };
  }
  // The point keeps its index, and with it its random numbers.
  const only = swept.map(([one, at]) => `${one} == ${Number(at)}`).join(" and ");
  return { ...others, name, space: { ...space, where: space.where ? `(${space.where}) and ${only}` : only } };
}

/** Something of this model that can be run at once. */
export function ofModel(model, name) {
  if (model.name === "formula") {
    return { name, model: { formula: { y: "sin(a) * exp(-b * a)" } }, space: { grid: { a: { linspace: [0, 10, 101] }, b: [0.1, 0.2, 0.5] } } };
  }
  const parameters = model.parameters ?? [];
  const needed = parameters.filter(one => one.defaultValue === undefined);
  const varied = needed.length > 0 ? needed : parameters.filter(one => one.type === "real").slice(0, 1);
  return { name, model: model.name, space: { grid: Object.fromEntries((varied.length ? varied : parameters.slice(0, 1)).map(one => [one.name, firstAxis(one)])) } };
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

/** Remembers what is being written, until it is submitted. */
export function keep(definition) {
  if (definition) sessionStorage.setItem(KEPT, JSON.stringify(definition));
  else sessionStorage.removeItem(KEPT);
}
