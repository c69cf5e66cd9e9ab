/** The list of sweeps, live. */

import { get, listen } from "../core/api.js";
import { fill, h, say } from "../core/dom.js";
import { age, count, date, plural, rate, shortCount } from "../core/format.js";
import { every, later } from "../core/timer.js";
import { here, link, setQuery, title } from "../core/router.js";
import { actionButtons } from "../parts/actions.js";
import { field, select } from "../parts/fields.js";
import { problem } from "../parts/notices.js";
import { progressBar, stateBadge, STATES, stateWord, speedOf, timeText } from "../parts/state.js";

const COLUMNS = [
  ["c-name", "Sweep"], ["c-state", "State"], ["c-progress", "Progress"], ["c-rate number", "Rate"],
  ["c-time", "Time"], ["c-failed number", "Failed"], ["c-age", "Submitted"], ["c-actions", "Actions"],
];
const SIZE = 20;

export function sweeps(root, { signal }) {
  title("Sweeps");
  const connection = h("div", { hidden: true, class: "note wait", role: "status" }, "The connection is lost; trying again.");
  const place = h("div", { class: "panel" });
  const filters = filterBar(refresh);
  fill(root,
    h("div", { class: "head" }, h("h1", {}, "Sweeps"), h("a", { class: "button primary", href: "#/new" }, "New sweep")),
    filters.element, connection, place);

  const table = sweepTable(refresh);
  let stream = new AbortController();
  let latest = 0;
  signal.addEventListener("abort", () => stream.abort());
  every(10_000, () => table.tick(), signal);
  refresh();
  return () => {
    filters.read();
    refresh();
  };

  function parameters() {
    const { state, model, q, page } = here().query;
    return { state, model, q, page, size: SIZE };
  }

  /** Starts again: the filter is another one, or something was done. */
  async function refresh() {
    stream.abort();
    stream = new AbortController();
    const mine = ++latest;
    if (!place.firstChild) fill(place, skeleton());
    try {
      show(await get("sweeps", parameters(), stream.signal));
    } catch (failure) {
      if (mine === latest && failure.name !== "AbortError") fill(place, problem(failure, refresh));
      return;
    }
    if (mine !== latest || signal.aborted) return;
    listen("sweeps/events", parameters(), { sweeps: show }, stream.signal, {
      lost: () => (connection.hidden = false),
      found: () => (connection.hidden = true),
    });
  }

  function show(page) {
    if (page.total === 0) fill(place, nothing());
    else if (page.sweeps.length === 0) turn(0);
    else {
      if (place.firstChild !== table.element) fill(place, table.element, pages(page));
      else place.lastChild.replaceWith(pages(page));
      table.update(page.sweeps);
    }
  }

  function pages({ page, size, total }) {
    const last = Math.min(total, (page + 1) * size);
    return h("div", { class: "pages" },
      h("span", { class: "muted" }, total > size ? `${count(page * size + 1)} to ${count(last)} of ${count(total)}` : plural(total, "sweep")),
      total > size && h("div", { class: "buttons" },
        h("button", { type: "button", disabled: page === 0, onclick: () => turn(page - 1) }, "Newer"),
        h("button", { type: "button", disabled: last === total, onclick: () => turn(page + 1) }, "Older")));
  }

  function turn(page) {
    setQuery({ page: page || "" });
    refresh();
  }

  function nothing() {
    const { state, model, q } = here().query;
    if (state || model || q) {
      return h("div", { class: "empty" }, h("h2", {}, "No sweep is like that"),
        h("p", {}, "None matches the filters."), h("a", { class: "button", href: "#/sweeps" }, "Show all"));
    }
    return h("div", { class: "empty" }, h("h2", {}, "No sweeps yet"),
      h("p", {}, "A sweep runs one model once for every point of a space of parameters, on every core, and keeps the results."),
      h("div", { class: "buttons" },
        h("a", { class: "button primary", href: "#/new" }, "Make one"),
        h("a", { class: "button", href: "#/new?example=chains" }, "Start from an example")));
  }
}

function skeleton() {
  return h("div", { "aria-busy": "true" }, h("span", { class: "unseen" }, "Loading"),
    Array.from({ length: 5 }, () => h("div", { class: "group" }, h("span", { class: "bone" }), h("span", { class: "bone" }))));
}

function filterBar(changed) {
  const apply = changes => {
    setQuery({ ...changes, page: "" });
    changed();
  };
  const search = h("input", { type: "search", placeholder: "Name or model", maxlength: 100, oninput: later(250, () => apply({ q: search.value.trim() })) });
  const state = select([{ value: "", label: "Any" }, ...STATES.map(one => ({ value: one, label: stateWord(one) }))], "", value => apply({ state: value }));
  const model = select([{ value: "", label: "Any" }], "", value => apply({ model: value }));
  const read = () => {
    const { query } = here();
    if (document.activeElement !== search) search.value = query.q ?? "";
    state.value = query.state?.toUpperCase() ?? "";
    model.value = query.model ?? "";
  };
  read();
  get("models").then(models => {
    model.append(...models.map(one => h("option", { value: one.name }, one.name)));
    read();
  }, () => {});
  return { read, element: h("div", { class: "fields filters", role: "search" }, field("Search", search), field("State", state), field("Model", model)) };
}

/** A row per sweep; rows are kept and changed, so that the focus stays and nothing jumps. */
function sweepTable(changed) {
  const body = h("tbody", { role: "rowgroup" });
  const element = h("table", { class: "list", role: "table", "aria-label": "Sweeps, newest first" },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, COLUMNS.map(([style, text]) => h("th", { class: style, scope: "col", role: "columnheader" },
      text === "Actions" ? h("span", { class: "unseen" }, text) : text)))), body);
  const rows = new Map();
  return {
    element,
    update(sweeps) {
      const ids = new Set(sweeps.map(sweep => sweep.id));
      for (const [id, row] of rows) {
        if (!ids.has(id)) {
          row.element.remove();
          rows.delete(id);
        }
      }
      sweeps.forEach((sweep, position) => {
        if (!rows.has(sweep.id)) rows.set(sweep.id, sweepRow(changed));
        const row = rows.get(sweep.id);
        row.update(sweep);
        if (body.children[position] !== row.element) body.insertBefore(row.element, body.children[position] ?? null);
      });
    },
    tick: () => rows.forEach(row => row.tick()),
  };
}

function sweepRow(changed) {
  const name = h("a", { class: "title" });
  const under = h("div", { class: "under" });
  const badge = stateBadge();
  const bar = progressBar();
  const speed = h("span");
  const time = h("span");
  const failed = h("span");
  const submitted = h("time");
  const actions = actionButtons(changed);
  const contents = [[name, under], badge.element, bar.element, speed, time, failed, submitted, actions.element];
  const element = h("tr", { role: "row" }, contents.map((content, i) => h("td", { class: COLUMNS[i][0], role: "cell" }, content)));
  return {
    element,
    update(sweep) {
      name.href = link(`/sweeps/${sweep.id}`);
      say(name, sweep.name || `Sweep ${sweep.id}`);
      name.title = sweep.name;
      say(under, `#${sweep.id} · ${sweep.model}`);
      badge.update(sweep);
      bar.update(sweep);
      say(speed, rate(speedOf(sweep)));
      say(time, timeText(sweep));
      const none = sweep.progress.failed === 0;
      failed.className = none ? "muted none" : "";
      if (none) say(failed, "0");
      else fill(failed, h("a", { href: link(`/sweeps/${sweep.id}`, { tab: "failures" }), "aria-label": `${count(sweep.progress.failed)} failed points` }, shortCount(sweep.progress.failed), h("span", { class: "unseen" }, " failed")));
      submitted.dateTime = sweep.timing.createdAt;
      submitted.title = date(sweep.timing.createdAt);
      actions.update(sweep);
      this.tick();
    },
    tick: () => say(submitted, age(submitted.dateTime)),
  };
}
