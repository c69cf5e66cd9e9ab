/** What went wrong, grouped by what the messages have in common. */

import { get, post } from "../../core/api.js";
import { fill, h } from "../../core/dom.js";
import { count, duration, plural, value } from "../../core/format.js";
import { later } from "../../core/timer.js";
import { link } from "../../core/router.js";
import { bones, confirm, notice, problem } from "../../parts/notices.js";
import { isOver } from "../../parts/state.js";

export function failures(place, subject, signal, follow) {
  const panel = h("div", { class: "panel" });
  fill(place, panel);
  bones(panel);
  let known = -1;
  const load = async () => {
    known = subject.status.progress.failed;
    try {
      const { failed, groups } = await get(`sweeps/${subject.id}/failures`, {}, signal);
      fill(panel, failed === 0 ? nothing(subject) : [summary(subject, failed, groups, follow), groups.map(group => show(subject, group, signal))]);
    } catch (failure) {
      if (failure.name !== "AbortError") fill(panel, problem(failure, load));
    }
  };
  const reload = later(1000, load);
  subject.watchers.add(status => status.progress.failed !== known && reload());
  load();
}

function nothing({ status }) {
  return h("div", { class: "empty" }, h("h2", {}, "No point has failed"),
    h("p", {}, isOver(status) ? "Every point that ran has a result." : "Points that fail are listed here while the others go on."));
}

function summary(subject, failed, groups, follow) {
  const kinds = [...new Set(groups.map(group => group.kind))];
  return h("div", { class: "group" },
    h("p", { class: "muted" }, `${plural(failed, "point")} failed. Messages that differ only in their numbers are one group.`),
    h("div", { class: "buttons" }, kinds.map(kind => h("button", {
      type: "button", class: "small", disabled: !isOver(subject.status), title: isOver(subject.status) ? null : "when the sweep is over",
      onclick: event => again(event.currentTarget, subject, kind, follow),
    }, `Run all ${kind} points again`))));
}

function show(subject, group, signal) {
  const points = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Parameters of these points" });
  const details = h("details", { ontoggle: () => details.open && !points.firstChild && showPoints(points, subject, group, signal) },
    h("summary", {}, "The first of them, with their parameters"), points);
  return h("section", { class: "group", "aria-label": `${group.kind}: ${group.signature}` },
    h("div", { class: "group-head" }, h("span", { class: "kind" }, group.kind), h("b", {}, plural(group.count, "point"))),
    h("p", { class: "what" }, group.message),
    details);
}

const AGAIN = "To run one again is a new sweep that leaves all others out: the same parameters and the same random numbers."
  + " Of a sensitivity design, of texts, or of more than 100 million points it is a sweep of that point alone, with other random numbers.";

async function showPoints(element, subject, group, signal) {
  bones(element, 2);
  try {
    const points = await Promise.all(group.firstIndices.map(index => get(`sweeps/${subject.id}/points/${index}`, {}, signal)));
    const names = Object.keys(points[0].parameters);
    fill(element, h("p", { class: "help" }, AGAIN), h("table", { class: "compact" },
      h("thead", {}, h("tr", {}, ["Index", ...names, "Seconds", "Message", ""].map(name => h("th", { scope: "col" }, name || h("span", { class: "unseen" }, "Again"))))),
      h("tbody", {}, points.map(point => h("tr", {},
        h("td", {}, h("a", { href: link(`/sweeps/${subject.id}`, { tab: "results", point: point.index }) }, count(point.index))),
        names.map(name => h("td", {}, value(point.parameters[name]))),
        h("td", {}, duration(point.seconds)),
        h("td", {}, point.error ?? point.status),
        h("td", {}, h("a", { href: link("/new", { from: subject.id, point: point.index }) }, "Run this point again")))))));
  } catch (failure) {
    if (failure.name !== "AbortError") fill(element, problem(failure));
  }
}

async function again(button, subject, kind, follow) {
  const yes = await confirm("Run these points again?",
    `All points that failed by ${kind}, and those that never ran, are computed; the others keep their results. A point that failed for its parameters will fail again.`,
    "Run them again", false);
  if (!yes) return;
  button.disabled = true;
  try {
    follow(await post(`sweeps/${subject.id}/retry`, {}, { kind }));
    notice("The sweep is open again.");
  } catch (failure) {
    notice(failure.message, "bad");
    button.disabled = false;
  }
}
