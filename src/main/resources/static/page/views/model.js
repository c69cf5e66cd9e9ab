/** One model: its parameters, its outputs, where it comes from. */

import { get } from "../core/api.js";
import { fill, h } from "../core/dom.js";
import { NONE, unitText, value } from "../core/format.js";
import { link, title } from "../core/router.js";
import { bones } from "../parts/notices.js";

export function model(root, { parameters: [name], signal }) {
  title(name);
  bones(root);
  get(`models/${encodeURIComponent(name)}`, {}, signal).then(found => fill(root, show(found)), failure => {
    if (failure.name === "AbortError") return;
    fill(root, h("div", { class: "panel empty" }, h("h1", {}, failure.status === 404 ? `There is no model ${name}` : "This model cannot be shown"),
      h("p", {}, failure.message), h("a", { class: "button", href: "#/models" }, "To the models")));
  });
}

function show(found) {
  return [
    h("div", { class: "head" },
      h("div", {}, h("p", { class: "crumb" }, h("a", { href: "#/models" }, "Models"), found.version && ` / version ${found.version}`), h("h1", {}, found.name)),
      h("div", { class: "buttons" }, h("a", { class: "button", href: link("/sweeps", { model: found.name }) }, "Its sweeps"),
        !found.error && h("a", { class: "button primary", href: link("/new", { model: found.name }) }, "Sweep it"))),
    found.error && h("div", { class: "note bad" }, found.error),
    found.summary && h("p", {}, found.summary),
    found.parameters?.length > 0 && section("Parameters", ["Name", "Unit", "Type", "Default", "Allowed", "Meaning"], found.parameters.map(parameter)),
    found.outputs?.length > 0 && section("Outputs", ["Name", "Unit", "Type", "Meaning"], found.outputs.map(output)),
    found.source && h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, found.name === "formula" ? "The language" : "Source"), h("p", { class: "source" }, found.source))),
  ];
}

function section(name, head, rows) {
  return h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, name)),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {},
      h("thead", {}, h("tr", {}, head.map(text => h("th", { scope: "col" }, text)))), h("tbody", {}, rows))));
}

function parameter(one) {
  return h("tr", {}, h("th", { scope: "row" }, h("code", {}, one.name)), h("td", { class: "nowrap" }, unitText(one.unit) || NONE), h("td", {}, one.type),
    h("td", {}, one.defaultValue === undefined ? h("span", { class: "muted" }, "must be given") : value(one.defaultValue)),
    h("td", { class: "nowrap" }, allowed(one)), h("td", { class: "prose" }, one.description));
}

function allowed(parameter) {
  return parameter.choices?.join(", ") ?? (parameter.bounds && parameter.bounds !== "(-∞, ∞)" ? parameter.bounds : "any");
}

function output(one) {
  return h("tr", {}, h("th", { scope: "row" }, h("code", {}, one.name)), h("td", { class: "nowrap" }, unitText(one.unit) || NONE),
    h("td", {}, one.type === "array" ? `array (${one.length === "varying" ? "varying length" : `length ${one.length}`})` : one.type),
    h("td", { class: "prose" }, one.description));
}
