/** The definition as it was submitted. */

import { fill, h } from "../../core/dom.js";
import { link } from "../../core/router.js";
import { pretty } from "../../form/draft.js";
import { curl } from "../../parts/definition.js";
import { copy } from "../../parts/notices.js";

export function definitionTab(place, { id, definition, status }) {
  const json = pretty(definition);
  fill(place, h("div", { class: "panel" }, h("div", { class: "body" },
    h("div", { class: "head" }, h("h2", {}, "Definition"), h("div", { class: "buttons" },
      h("button", { type: "button", onclick: () => copy(json, "Definition") }, "Copy"),
      h("button", { type: "button", onclick: () => copy(curl(definition), "Command") }, "Copy as curl"),
      h("a", { class: "button", href: link("/new", { from: id }) }, "Clone and edit"))),
    h("pre", { class: "code wrap", tabindex: 0 }, json),
    h("dl", { class: "facts" },
      h("div", {}, h("dt", {}, "Model"), h("dd", { class: "long" }, `${status.model} ${status.modelVersion}`)),
      h("div", {}, h("dt", {}, "Fingerprint of the outcomes"), h("dd", { class: "long" }, status.fingerprint))))));
}
