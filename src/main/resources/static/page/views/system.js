/** How the service is doing: workers, queue, throughput, database, limits, version. */

import { aside, get } from "../core/api.js";
import { fill, h } from "../core/dom.js";
import { age, bytes, count, date, duration, NONE, plural, rate, shortCount } from "../core/format.js";
import { title } from "../core/router.js";
import { every } from "../core/timer.js";
import { bones, problem } from "../parts/notices.js";

const EVERY = 2000;

export function system(root, { signal }) {
  title("System");
  const place = h("div", { class: "form" });
  fill(root, h("h1", {}, "System"), place);
  bones(place);
  let before = null;
  let speed = null;
  const look = async () => {
    try {
      const [now, health, workers] = await Promise.all([
        get("system", {}, signal), aside("actuator/health/readiness", signal), workersOf(signal)]);
      const at = performance.now();
      if (before) speed = (now.points.done + now.points.failed - before.points) / ((at - before.at) / 1000);
      before = { at, points: now.points.done + now.points.failed };
      fill(place, show(now, health, speed, workers));
    } catch (failure) {
      if (failure.name !== "AbortError") fill(place, problem(failure, look));
    }
  };
  look();
  every(EVERY, look, signal);
}

async function workersOf(signal) {
  return (await get("workers", {}, signal)).workers;
}

function show(now, health, speed, workers) {
  return [
    readiness(health),
    panel("Work", [
      ["Workers busy", `${count(now.workers.busy)} of ${count(now.workers.total)}`],
      ["Points per second", speed === null ? "measuring" : speed > 0 ? rate(speed) : "none"],
      ["Shards that wait", count(now.queue.shards)], ["Sweeps not over", count(now.queue.sweeps)],
      ["Points since the start", count(now.points.done)], ["Failed since the start", count(now.points.failed)],
      ["Stuck threads", count(now.workers.stuck)],
    ]),
    workers.length > 0 && workersTable(workers),
    panel("Database", [
      ["Kind", now.database.kind], ["Results", bytes(now.database.resultBytes)],
      ["Size", now.database.bytes === undefined ? NONE : bytes(now.database.bytes)],
      ["Free on its disk", now.database.freeBytes === undefined ? "not known" : bytes(now.database.freeBytes)],
    ]),
    panel("Limits", [
      ["Points of a sweep", shortCount(now.limits.points)], ["Sweeps not over", count(now.limits.activeSweeps)],
      ["Results of a sweep", bytes(now.limits.bytesPerSweep)], ["All results", now.limits.bytes ? bytes(now.limits.bytes) : "no limit"],
      ["Body of a request", bytes(now.limits.body)], ["Disk left alone", bytes(now.limits.freeDisk)],
      ["Event streams", count(now.limits.eventStreams)], ["Downloads", count(now.limits.downloads)],
    ]),
    panel("This process", [
      ["Version", now.version], ["Java", now.java], ["Processors", count(now.processors)],
      ["Started", age(now.startedAt), date(now.startedAt)], ["Heap", `${bytes(now.heap.used)} of ${bytes(now.heap.max)}`],
    ]),
  ];
}

function readiness(health) {
  if (!health) return h("div", { class: "note bad" }, "The service does not say how it is.");
  if (health.status === "UP") return h("div", { class: "note good" }, "Ready: new sweeps are accepted and points run.");
  const reasons = Object.values(health.components ?? {}).map(one => one.details?.reason).filter(Boolean);
  return h("div", { class: "note bad", role: "alert" }, `Not ready. ${reasons.join(" ")}`);
}

function panel(name, facts) {
  return h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, name), h("dl", { class: "facts" },
    facts.map(([label, text, more]) => h("div", {}, h("dt", {}, label), h("dd", { title: more }, text))))));
}

function workersTable(workers) {
  const head = ["Worker", "State", "Busy", "Rate", "Shards", "Last heard of", "Version"];
  return h("section", { class: "panel" }, h("div", { class: "body" }, h("h2", {}, plural(workers.length, "process", "processes"))),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Processes" }, h("table", { class: "compact" },
      h("thead", {}, h("tr", {}, head.map(text => h("th", { scope: "col" }, text)))),
      h("tbody", {}, workers.map(one => h("tr", {}, [one.name, one.state?.toLowerCase(), `${one.busy} of ${one.slots}`, rate(one.pointsPerSecond),
        count(one.shards?.length ?? 0), `${duration(one.heartbeatAgeSeconds)} ago`, one.version].map(cell => h("td", {}, cell))))))));
}
