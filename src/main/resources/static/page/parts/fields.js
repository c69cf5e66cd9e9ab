/** Labelled fields. */

import { h, newId } from "../core/dom.js";

/** A field with its label above it. */
export function field(label, control, { help, wide } = {}) {
  control.id ||= newId();
  const helpId = help && newId();
  if (help) control.setAttribute("aria-describedby", helpId);
  return h("div", { class: `field${wide ? " wide" : ""}` },
    h("label", { for: control.id }, label), control, help && h("span", { class: "help", id: helpId }, help));
}

/** Options are texts, or objects with a value and a label. */
export function select(options, value, changed) {
  return h("select", { onchange: event => changed(event.target.value) },
    options.map(one => {
      const option = typeof one === "object" ? one : { value: one, label: one };
      return h("option", { value: option.value, selected: String(option.value) === String(value) }, option.label);
    }));
}
