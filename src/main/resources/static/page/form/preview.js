/** What a definition would do: how many points, the first and the last, how long. */

import { post } from "../core/api.js";
import { fill, h } from "../core/dom.js";
import { count, duration, percent, plural, value } from "../core/format.js";

/** A panel that shows a preview, a problem, or that it is being asked for. */
export function preview() {
  const body = h("div", { class: "body", "aria-live": "polite" });
  const element = h("section", { class: "panel", "aria-label": "Preview" }, body);
  let asking = new AbortController();
  let isPreview = false;
  say("Choose a model to begin.");

  function say(text) {
    isPreview = false;
    fill(body, h("h2", {}, "Preview"), h("p", { class: "muted" }, text));
  }

  return {
    element,
    say,
    /** @return the problem, or null if there is none, or undefined if a later question has overtaken this one */
    async ask(definition) {
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      if (!isPreview) say("Counting the points, and running three of them.");
      try {
        const found = await post("sweeps", definition, { dryRun: true }, signal);
        if (signal.aborted) return undefined;
        fill(body, show(found));
        isPreview = true;
        return null;
      } catch (failure) {
        if (signal.aborted) return undefined;
        fill(body, h("h2", {}, "Preview"), h("div", { class: "note bad" }, failure.message));
        return failure;
      }
    },
  };
}

function show(found) {
  const all = found.first.length === found.size;
  return [
    h("h2", {}, "Preview"),
    h("div", { class: "estimate" },
      h("span", {}, h("b", {}, count(found.size)), ` ${found.size === 1 ? "point" : "points"}`),
      h("span", {}, h("b", {}, found.seconds === null || found.seconds === undefined ? "unknown" : `about ${duration(found.seconds)}`),
        found.secondsPerPoint ? ` at ${duration(found.secondsPerPoint)} each` : " (a point takes more than a moment)")),
    found.included && h("p", { class: "help" }, `The condition leaves ${found.included.sampled < found.size ? "about " : ""}${plural(found.included.points, "point")}, ${percent(found.included.share)}.`),
    table(all ? plural(found.size, "point") : `First ${found.first.length}`, found.first),
    !all && found.last.length > 0 && table(`Last ${found.last.length}`, found.last),
  ];
}

function table(name, points) {
  const names = variedFirst(points);
  return h("div", { class: "scroll bordered", tabindex: 0, role: "region", "aria-label": name }, h("table", { class: "compact" },
    h("caption", { class: "help" }, name),
    h("thead", {}, h("tr", {}, names.map(one => h("th", { scope: "col", class: "number" }, one)))),
    h("tbody", {}, points.map(point => h("tr", {}, names.map(one => h("td", { class: "number" }, value(point[one]))))))));
}

/** The names of the parameters, those that vary first. */
function variedFirst(points) {
  const names = Object.keys(points[0] ?? {});
  const varies = name => points.some(point => point[name] !== points[0][name]);
  return [...names.filter(varies), ...names.filter(name => !varies(name))];
}
