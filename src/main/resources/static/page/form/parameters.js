/** The parameters of a model: what has its default, what is fixed, what varies and how. */

import { h, newId } from "../core/dom.js";
import { unitText, value, withUnit } from "../core/format.js";
import { select } from "../parts/fields.js";
import { at, put } from "./draft.js";
import { choice, input } from "./inputs.js";
import { asKind, AXES, DISTRIBUTIONS, firstAxis, formOf, KINDS, kindOf, METHODS, variedPath } from "./spaces.js";

/**
 * @param draft { definition, changed(), rebuilt() }: rebuilt says that there are other fields now
 * @param parameters of the model, as the service describes them
 */
export function parameterForm(draft, parameters) {
  const { space } = draft.definition;
  const kind = kindOf(space);
  return [
    h("div", { class: "body" },
      h("div", { class: "head" }, h("h2", {}, "Parameters"), kind && kinds(draft, kind)),
      kind === "sample" && sampleFields(draft),
      !kind && h("div", { class: "note" }, h("span", {}, space ? "This space is more than a form can show; it can be edited as JSON." : "Nothing varies yet."),
        h("button", { type: "button", onclick: () => {
          draft.definition.space = { grid: {} };
          draft.rebuilt();
        } }, "Begin with a grid"))),
    parameters.map(one => parameter(draft, kind, one)),
    h("div", { class: "parameter" },
      h("div", { class: "who" }, h("b", {}, "Only where"), h("span", { class: "help" }, "a condition, as in the formula language")),
      h("div", { class: "how" }, input(draft, ["space", "where"], "Condition", { text: true, placeholder: "say a + b < 100", wide: true }))),
  ];
}

function kinds(draft, kind) {
  const name = newId();
  return h("fieldset", { class: "choices bare" }, h("legend", { class: "unseen" }, "How parameters vary together"),
    KINDS.map(one => h("label", {}, h("input", {
      type: "radio", name, value: one.value, checked: one.value === kind, data: { path: `kind:${one.value}` },
      onchange: () => {
        draft.definition.space = asKind(draft.definition.space, kind, one.value);
        draft.rebuilt();
      },
    }), one.label)));
}

function sampleFields(draft) {
  const sample = ["space", "sample"];
  const { method, scramble } = draft.definition.space.sample;
  const scrambles = method === "sobol" || method === "halton";
  const box = h("input", { type: "checkbox", id: newId(), checked: scramble === true, data: { path: "space.sample.scramble" }, onchange: () => {
    put(draft.definition, [...sample, "scramble"], box.checked || undefined);
    draft.changed();
  } });
  return h("div", { class: "fields" },
    choice(draft, [...sample, "method"], "Method", METHODS, method, chosen => {
      put(draft.definition, [...sample, "method"], chosen);
      if (chosen !== "sobol" && chosen !== "halton") put(draft.definition, [...sample, "scramble"], undefined);
      draft.rebuilt();
    }),
    input(draft, [...sample, "count"], "Number of points", { mode: "numeric" }),
    input(draft, [...sample, "seed"], "Seed of the sample", { mode: "numeric", placeholder: "0" }),
    scrambles && h("label", { class: "check", for: box.id }, box, "Scramble"));
}

function parameter(draft, kind, one) {
  const varied = kind && variedPath(kind);
  const isVaried = Boolean(kind && one.name in (at(draft.definition, varied) ?? {}));
  const isFixed = one.name in (draft.definition.fixed ?? {});
  const mode = isVaried ? "vary" : isFixed ? "fix" : "default";
  const modes = [
    one.defaultValue !== undefined && { value: "default", label: `Default, ${value(one.defaultValue)}` },
    one.defaultValue === undefined && mode === "default" && { value: "default", label: "Choose" },
    { value: "fix", label: "One value" }, kind && { value: "vary", label: "Vary" },
  ].filter(Boolean);
  const choose = select(modes, mode, chosen => {
    if (draft.definition.fixed) put(draft.definition, ["fixed", one.name], undefined);
    if (kind) put(draft.definition, [...varied, one.name], undefined);
    if (chosen === "fix") put(draft.definition, ["fixed", one.name], one.defaultValue ?? one.min ?? "");
    if (chosen === "vary") put(draft.definition, [...varied, one.name], first(kind, one));
    if (draft.definition.fixed && Object.keys(draft.definition.fixed).length === 0) delete draft.definition.fixed;
    draft.rebuilt();
  });
  choose.setAttribute("aria-label", `${one.name}: default, one value, or varied`);
  choose.dataset.path = `mode:${one.name}`;
  return h("div", { class: "parameter", data: { parameter: one.name } },
    h("div", { class: "who" }, h("b", {}, one.name, one.unit && h("span", { class: "muted" }, ` (${unitText(one.unit)})`)),
      one.description && h("span", { class: "help" }, one.description),
      one.bounds && h("span", { class: "help" }, `${one.type === "integer" ? "whole number " : ""}${one.bounds}`)),
    h("div", { class: "how" },
      choose,
      mode !== "default" && h("div", { class: "axis" }, isVaried ? varying(draft, [...varied, one.name], kind === "sample" ? DISTRIBUTIONS : AXES) : fixed(draft, one))));
}

function first(kind, parameter) {
  const axis = firstAxis(parameter);
  return kind === "sample" ? Object.values(asKind({ grid: { axis } }, "grid", "sample").sample.parameters)[0] : axis;
}

function fixed(draft, one) {
  const path = ["fixed", one.name];
  if (!one.choices) return input(draft, path, withUnit("Value", one.unit && `(${one.unit})`), { optional: false, text: one.type === "text" });
  return choice(draft, path, "Value", one.choices, at(draft.definition, path), chosen => {
    put(draft.definition, path, chosen);
    draft.changed();
  });
}

function varying(draft, path, forms) {
  const axis = at(draft.definition, path);
  const form = formOf(axis, forms);
  if (!form) return h("p", { class: "help" }, "edited as JSON");
  const options = Object.entries(forms).map(([key, { word }]) => ({ value: key, label: word }));
  const isList = forms[form].parts === null;
  const inner = form === "list" ? path : [...path, form];
  return [
    choice(draft, path, "Values", options, form, chosen => {
      put(draft.definition, path, another(axis, form, chosen, forms));
      draft.rebuilt();
    }),
    isList ? input(draft, inner, "Values, with commas", { list: true, wide: true, optional: false })
      : forms[form].parts.map((word, i) => input(draft, [...inner, i], word, { optional: false, mode: "decimal" })),
  ];
}

/** The same ends in another form. */
function another(axis, from, to, forms) {
  const values = (from === "list" ? axis : axis[from]) ?? [];
  const numbers = values.filter(one => typeof one === "number");
  const wanted = forms[to].parts?.length;
  if (to === "list") return numbers.length >= 2 ? numbers.slice(0, 2) : values;
  if (wanted === undefined) return { [to]: values };
  const ends = from === "list" && numbers.length ? [numbers[0], numbers.at(-1)] : numbers.slice(0, 2);
  if (to === "geomspace" || to === "loguniform") ends[0] = ends[0] > 0 ? ends[0] : 0.1;
  if (to === "logspace") ends.splice(0, 2, Math.floor(Math.log10(Math.abs(ends[0]) || 1)), Math.ceil(Math.log10(Math.abs(ends[1]) || 10)));
  const last = forms === AXES ? (to === "arange" ? 1 : 5) : ends[1] ?? 1;
  return { [to]: Array.from({ length: wanted }, (_, i) => ends[i] ?? last) };
}
