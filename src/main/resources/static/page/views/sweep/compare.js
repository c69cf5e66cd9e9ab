/** Two sweeps beside each other: do they come to the same, and if not, where do they differ? */

import { get } from "../../core/api.js";
import { fill, h } from "../../core/dom.js";
import { here, link, setQuery } from "../../core/router.js";
import { count, NONE, percent, value, withUnit } from "../../core/format.js";
import { field, select } from "../../parts/fields.js";
import { bones, problem } from "../../parts/notices.js";
import { finished, stateWord } from "../../parts/state.js";

const OFFERED = 100;

export function compare(place, subject, signal) {
  const answer = h("div", { class: "form" });
  const head = h("div", { class: "body" });
  fill(place, h("section", { class: "panel" }, head), answer);
  bones(head, 2);
  get("sweeps", { size: OFFERED }, signal).then(({ sweeps }) => {
    const others = sweeps.filter(one => one.id !== subject.status.id)
      .sort((a, b) => (b.model === subject.status.model) - (a.model === subject.status.model) || b.id - a.id);
    const other = here().query.with ?? "";
    const known = others.some(one => String(one.id) === other);
    const choice = select([{ value: "", label: "Choose a sweep" }, ...(other && !known ? [{ value: other, label: `#${other}` }] : []),
      ...others.map(one => ({ value: one.id, label: `#${one.id} ${one.name || one.model} (${stateWord(one.state).toLowerCase()})` }))], other, chosen => {
      setQuery({ with: chosen });
      load(answer, subject, chosen, signal);
    });
    fill(head, h("h2", {}, "Compare with another sweep"), field("Sweep", choice));
    if (other) load(answer, subject, other, signal);
  }, failure => failure.name !== "AbortError" && fill(head, problem(failure)));
}

async function load(element, subject, other, signal) {
  if (!other) {
    fill(element);
    return;
  }
  bones(element);
  try {
    const [status, definition] = await Promise.all([get(`sweeps/${other}`, {}, signal), get(`sweeps/${other}/definition`, {}, signal)]);
    const results = h("div");
    fill(element, verdict(subject, status), results, definitions(subject, status, definition));
    bones(results, 3);
    fill(results, outcomes(subject, await get(`sweeps/${subject.id}/compare`, { with: other }, signal)));
  } catch (failure) {
    if (failure.name !== "AbortError") fill(element, problem(failure));
  }
}

function verdict({ status }, other) {
  if (finished(status) === 0 || finished(other) === 0) return h("div", { class: "note" }, "One of them has no outcome yet.");
  const same = status.fingerprint === other.fingerprint;
  const named = h("a", { href: link(`/sweeps/${other.id}`) }, other.name || `sweep ${other.id}`);
  return h("div", { class: `note ${same ? "good" : "wait"}`, role: "status" }, h("p", {}, same
    ? ["The same: every outcome of ", named, " has the same bits."]
    : ["Not the same: the fingerprints of the outcomes differ from those of ", named, "."]));
}

function definitions({ definition, id }, other, otherDefinition) {
  const here = flat(definition);
  const there = flat(otherDefinition);
  const different = [...new Set([...here.keys(), ...there.keys()])].filter(path => here.get(path) !== there.get(path));
  return h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, "Definitions"),
    different.length === 0 ? h("p", { class: "muted" }, "They are the same.") : null),
  different.length > 0 && table(["What", `#${id}`, `#${other.id}`], different.map(path => [h("code", {}, path), here.get(path) ?? "–", there.get(path) ?? "–"])));
}

/** Every leaf by its path; lists of values are leaves. */
function flat(tree, path = "", leaves = new Map()) {
  const isLeaf = tree === null || typeof tree !== "object" || (Array.isArray(tree) && tree.every(one => one === null || typeof one !== "object"));
  if (isLeaf) leaves.set(path, JSON.stringify(tree));
  else Object.entries(tree).forEach(([key, inner]) => flat(inner, path ? `${path}.${key}` : key, leaves));
  return leaves;
}

/** Where and by how much the outputs differ. */
function outcomes(subject, found) {
  const { common, onlyInSweep, onlyInWith, statusDiffers, alignedBy, parameters, outputs, warning } = found;
  const facts = [
    ["Points in both", count(common)], [`Only in #${found.sweep}`, count(onlyInSweep)], [`Only in #${found.with}`, count(onlyInWith)],
    ["Failed in one of them", count(statusDiffers)], ["Points matched by", alignedBy === "parameters" ? parameters.join(", ") : alignedBy],
  ];
  return h("section", { class: "panel" },
    h("div", { class: "body" }, h("h2", {}, "Results"),
      h("dl", { class: "facts" }, facts.map(([name, text]) => h("div", {}, h("dt", {}, name), h("dd", {}, text)))),
      warning && h("p", { class: "help" }, warning)),
    outputs.length > 0 && table(["Output", "Points that differ", "Largest difference", `#${found.sweep}`, `#${found.with}`, "Relative", "At"],
      outputs.map(one => output(subject, one))));
}

function output(subject, { name, unit, different, largestAbsolute, largestRelative }) {
  const most = largestAbsolute;
  const text = number => (most ? withUnit(value(number), unit) : NONE);
  return [name, count(different), text(most?.difference), text(most?.sweep), text(most?.with),
    largestRelative ? percent(largestRelative.difference) : NONE, most ? where(subject, most) : NONE];
}

function where({ id, swept }, { index, element, parameters }) {
  const text = swept.map(({ name }) => `${name} = ${value(parameters[name])}`).join(", ");
  return h("a", { class: "prose", href: link(`/sweeps/${id}`, { tab: "results", point: index }) }, text, element === null ? null : `, element ${count(element)}`);
}

function table(head, rows) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": head.join(", ") }, h("table", { class: "compact" },
    h("thead", {}, h("tr", {}, head.map(text => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map(row => h("tr", {}, row.map(cell => h("td", {}, cell)))))));
}
