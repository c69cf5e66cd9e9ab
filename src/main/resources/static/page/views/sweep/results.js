/** Downloads, a look at the rows, and at one point. */

import { address, get } from "../../core/api.js";
import { fill, h, newId } from "../../core/dom.js";
import { count, duration, value } from "../../core/format.js";
import { here, setQuery } from "../../core/router.js";
import { bones, problem } from "../../parts/notices.js";
import { formats } from "../../parts/formats.js";

const ROWS = 20;

export function results(place, subject, signal) {
  const downloads = h("div", { class: "downloads" }, formats(subject.status).flatMap(format => (format.each
    ? subject.outputs.map(output => download(subject, format, output.name))
    : [download(subject, format)])));
  const point = h("div", { class: "body" });
  const rows = h("div", {});
  fill(place,
    h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, "Download"), downloads)),
    h("section", { class: "panel" }, point),
    h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, "Rows, evenly spaced")), rows));
  showPoint(point, subject, signal);
  showRows(rows, subject, signal);
}

function download(subject, format, output) {
  return h("a", { href: address(`sweeps/${subject.id}/results.${format.extension}`, { output }), download: true },
    h("b", {}, output ? `${format.extension}: ${output}` : format.extension), h("span", {}, format.what));
}

async function showRows(element, subject, signal) {
  bones(element);
  try {
    const found = await get(`sweeps/${subject.id}/results.json`, { sample: ROWS }, signal);
    if (found.length === 0) {
      fill(element, h("div", { class: "empty" }, h("p", {}, "No point has an outcome yet.")));
      return;
    }
    const shown = found.slice(0, ROWS);
    const names = Object.keys(shown[0]).filter(name => name !== "seed");
    fill(element, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Rows" }, h("table", { class: "compact" },
      h("thead", {}, h("tr", {}, names.map(name => h("th", { scope: "col" }, name)))),
      h("tbody", {}, shown.map(row => h("tr", {}, names.map(name => h("td", {}, cell(name, row[name])))))))));
  } catch (failure) {
    if (failure.name !== "AbortError") fill(element, problem(failure, () => showRows(element, subject, signal)));
  }
}

function cell(name, content) {
  if (name === "seconds") return duration(content);
  return Array.isArray(content) ? array(content) : value(content);
}

function array(values) {
  const first = values.slice(0, 3).map(one => value(one, 4)).join(", ");
  return values.length > 3 ? `[${first}, … ${count(values.length)} values]` : `[${first}]`;
}

function showPoint(element, subject, signal) {
  const last = subject.status.progress.total - 1;
  const number = h("input", { type: "number", id: newId(), min: 0, max: last, value: here().query.point ?? 0, required: true });
  const answer = h("div", { "aria-live": "polite" });
  const look = async () => {
    try {
      fill(answer, pointTable(await get(`sweeps/${subject.id}/points/${number.value}`, {}, signal)));
    } catch (failure) {
      if (failure.name !== "AbortError") fill(answer, problem(failure));
    }
  };
  fill(element, h("h2", {}, "One point"),
    h("form", { class: "fields", onsubmit: event => {
      event.preventDefault();
      setQuery({ point: number.value });
      look();
    } }, h("div", { class: "field" }, h("label", { for: number.id }, `Index, 0 to ${count(last)}`), number), h("button", {}, "Show")),
    answer);
  look();
}

function pointTable(point) {
  const parts = [
    ["Status", point.status], ["Message", point.error], ["Replicate", point.replicate], ["Seed", String(point.seed)],
    ["Seconds in the model", point.seconds === undefined ? undefined : duration(point.seconds)],
    ...Object.entries(point.parameters),
    ...Object.entries(point.outputs ?? {}).map(([name, content]) => [name, cell(name, content)]),
  ];
  return h("dl", { class: "facts" }, parts.filter(([, content]) => content !== undefined)
    .map(([name, content]) => h("div", {}, h("dt", {}, name), h("dd", { class: String(content).length > 14 ? "long" : null }, typeof content === "number" ? value(content) : String(content)))));
}
