/** The outputs of a sweep of formulas. */

import { h, newId } from "../core/dom.js";
import { field } from "../parts/fields.js";
import { put } from "./draft.js";

export function formulaForm(draft) {
  const formulas = draft.definition.model.formula ?? {};
  return h("div", { class: "body" },
    h("h2", {}, "Formulas"),
    h("p", { class: "help" }, "Each is an output and may use those before it; every other name is a parameter. ", h("a", { href: "#/models/formula" }, "The language")),
    Object.entries(formulas).map(([name, text], i) => row(draft, name, text, i)),
    h("div", {}, h("button", { type: "button", class: "small", onclick: () => {
      put(draft.definition, ["model", "formula", fresh(formulas)], "0");
      draft.rebuilt();
    } }, "Add an output")));
}

function fresh(formulas) {
  return ["y", "z", "u", "v", "w"].find(name => !(name in formulas)) ?? `y${Object.keys(formulas).length + 1}`;
}

function row(draft, name, text, i) {
  const named = h("input", { type: "text", value: name, id: newId(), spellcheck: "false", data: { path: `name:${i}` }, onchange: () => {
    rename(draft.definition.model.formula, name, named.value.trim() || name);
    draft.rebuilt();
  } });
  const formula = h("input", { type: "text", value: text, id: newId(), spellcheck: "false", data: { path: `model.formula.${name}` }, oninput: () => {
    draft.definition.model.formula[name] = formula.value;
    draft.changed();
    draft.asksForOthers();
  } });
  return h("div", { class: "formula-row" }, field("Output", named), field("Formula", formula),
    h("button", { type: "button", class: "quiet small danger", "aria-label": `Remove ${name}`, onclick: () => {
      delete draft.definition.model.formula[name];
      draft.rebuilt();
    } }, "Remove"));
}

/** In its place: formulas use those before them. */
function rename(formulas, from, to) {
  const entries = Object.entries(formulas).map(([name, text]) => [name === from ? to : name, text]);
  Object.keys(formulas).forEach(name => delete formulas[name]);
  Object.assign(formulas, Object.fromEntries(entries));
}

const KNOWN = new Set(("pi e inf nan true false and or not abs sign floor ceil round min max mod sqrt cbrt hypot pow exp expm1 log log2 log10 log1p"
  + " sin cos tan asin acos atan atan2 sinh cosh tanh erf erfc gamma lgamma").split(" "));

/** The parameters that formulas ask for, in the order in which they name them. */
export function parametersOf(formulas) {
  const names = new Set();
  const outputs = new Set();
  for (const [output, text] of Object.entries(formulas ?? {})) {
    for (const [name] of String(text).matchAll(/(?<![\w.])[A-Za-z_]\w*/g)) {
      if (!KNOWN.has(name) && !outputs.has(name)) names.add(name);
    }
    outputs.add(output);
  }
  return [...names].map(name => ({ name, unit: "", type: "real", description: "" }));
}
