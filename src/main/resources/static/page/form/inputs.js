/** Fields that are bound to a place in a draft. */

import { h } from "../core/dom.js";
import { field, select } from "../parts/fields.js";
import { at, meant, meantList, pathText, put, shown } from "./draft.js";

/**
 * @param draft { definition, changed() }
 * @param list whether it holds values joined by commas
 * @param text whether it is a text, even if it looks like a number
 */
export function input(draft, path, label, { list = false, text = false, help, placeholder, wide, mode = "text", optional = true } = {}) {
  const control = h("input", {
    type: "text", inputmode: mode, spellcheck: "false", autocomplete: "off", placeholder, value: shown(at(draft.definition, path)), data: { path: pathText(path) },
    oninput: () => {
      const value = list ? meantList(control.value) : text ? control.value : meant(control.value);
      put(draft.definition, path, optional && control.value.trim() === "" ? undefined : value);
      draft.changed();
    },
  });
  return field(label, control, { help, wide });
}

/** A choice that changes what else there is to fill in. */
export function choice(draft, path, label, options, value, chosen) {
  const control = select(options, value, chosen);
  control.dataset.path = pathText(path);
  return field(label, control);
}
