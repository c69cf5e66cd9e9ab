/** Where the time went: speed-up, efficiency, workers, slowest points. */

import { get } from "../../core/api.js";
import { fill, h } from "../../core/dom.js";
import { count, duration, NONE, percent, value } from "../../core/format.js";
import { link } from "../../core/router.js";
import { later } from "../../core/timer.js";
import { bones, problem } from "../../parts/notices.js";

const SHARES = {
  points: "in the model", betweenPoints: "between points", commit: "storing blocks", bookKeeping: "book-keeping",
  queue: "waiting for work", idleOrElsewhere: "idle, or at other sweeps",
};

export function timing(place, subject, signal) {
  const panel = h("div", { class: "form" });
  fill(place, panel);
  bones(panel);
  const load = async () => {
    try {
      fill(panel, show(subject, await get(`sweeps/${subject.id}/speedup`, {}, signal)));
    } catch (failure) {
      if (failure.name !== "AbortError") fill(panel, problem(failure, load));
    }
  };
  subject.watchers.add(later(2000, load));
  load();
}

function show(subject, found) {
  const { elapsedSeconds, pointSeconds, speedUp, efficiency, workers, startDelaySeconds, loadImbalance } = found;
  const facts = [
    ["Elapsed", duration(elapsedSeconds)], ["In the model, all points", duration(pointSeconds)],
    ["Speed-up", speedUp ? value(speedUp, 3) : NONE], ["Efficiency", efficiency ? percent(efficiency) : NONE],
    ["Workers", count(workers)], ["Until the first point", duration(startDelaySeconds)],
    ["Load imbalance", loadImbalance === undefined ? NONE : percent(loadImbalance)],
  ];
  return [
    h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, "Speed-up"),
      h("dl", { class: "facts" }, facts.map(([name, text]) => h("div", {}, h("dt", {}, name), h("dd", {}, text)))),
      h("p", { class: "help" }, "Speed-up is the time in the model, summed over the points, by the time that passed; efficiency is that by the number of workers. Points that take microseconds have little of both: the time goes into storing them."))),
    h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, "What the workers did"), shares(found.time)), workersTable(found.perWorker)),
    h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, "Slowest points")), slowest(subject, found.slowest)),
  ];
}

/** A bar for each, in proportion to the longest. */
function shares(time) {
  const parts = Object.entries(SHARES).map(([key, name]) => [name, Math.max(0, time[key] ?? 0)]);
  const all = parts.reduce((sum, [, seconds]) => sum + seconds, 0);
  const longest = Math.max(...parts.map(([, seconds]) => seconds), 1e-12);
  return h("dl", { class: "bars" }, parts.map(([name, seconds]) => {
    const bar = h("i");
    bar.style.width = `${(100 * seconds) / longest}%`;
    return h("div", { class: "bar-line" }, h("dt", {}, name), h("dd", {}, h("div", { class: "track" }, bar), `${duration(seconds)} · ${percent(all > 0 ? seconds / all : 0)}`));
  }));
}

function workersTable(workers) {
  if (workers.length === 0) return null;
  const head = ["Worker", "Turns", "Blocks", "Busy", "In the model", "Storing", "Waiting"];
  return table("Workers", head, workers.map(one => [one.worker, count(one.turns), count(one.blocks), duration(one.busySeconds),
    duration(one.pointSeconds), duration(one.commitSeconds), duration(one.queueSeconds)]));
}

function slowest(subject, points) {
  if (points.length === 0) return h("div", { class: "empty" }, h("p", {}, "No point has run yet."));
  const names = Object.keys(points[0].parameters);
  return table("Slowest points", ["Index", "Seconds", ...names], points.map(point => [
    h("a", { href: link(`/sweeps/${subject.id}`, { tab: "results", point: point.index }) }, count(point.index)),
    duration(point.seconds), ...names.map(name => value(point.parameters[name]))]));
}

function table(label, head, rows) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, h("table", { class: "compact" },
    h("thead", {}, h("tr", {}, head.map(text => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map(row => h("tr", {}, row.map(cell => h("td", {}, cell)))))));
}
