/** One sweep: how far it is, and what it has come to. */

import { get, listen } from "../core/api.js";
import { fill, h, say } from "../core/dom.js";
import { count } from "../core/format.js";
import { go, here, link, title } from "../core/router.js";
import { actionButtons } from "../parts/actions.js";
import { variables } from "../parts/definition.js";
import { announce, bones, notice } from "../parts/notices.js";
import { progressBar, stateBadge, isOver, stateWord } from "../parts/state.js";
import { facts } from "./sweep/facts.js";
import { explore } from "./sweep/explore.js";
import { failures } from "./sweep/failures.js";
import { timing } from "./sweep/timing.js";
import { results } from "./sweep/results.js";
import { definitionTab } from "./sweep/definition.js";
import { compare } from "./sweep/compare.js";

const TABS = [
  ["explore", "Explore", explore], ["failures", "Failures", failures], ["timing", "Timing", timing],
  ["results", "Results", results], ["definition", "Definition", definitionTab], ["compare", "Compare", compare],
];

export function sweep(root, { parameters: [id], signal }) {
  title(`Sweep ${id}`);
  bones(root);
  const shown = { update: () => {}, query: () => {} };
  load(root, id, signal, shown);
  return query => shown.query(query);
}

async function load(root, id, signal, shown) {
  try {
    const status = await get(`sweeps/${id}`, {}, signal);
    const definition = await get(`sweeps/${id}/definition`, {}, signal);
    const model = await get(`models/${encodeURIComponent(status.model)}`, {}, signal).catch(() => null);
    if (!signal.aborted) show(root, { id, status, definition, model, ...variables(definition, model) }, signal, shown);
  } catch (failure) {
    if (failure.name === "AbortError") return;
    fill(root, h("div", { class: "panel empty" },
      h("h1", {}, failure.status === 404 ? `There is no sweep ${id}` : "This sweep cannot be shown"),
      h("p", {}, failure.status === 404 ? "It may have been deleted." : failure.message),
      h("div", { class: "buttons" }, h("a", { class: "button", href: "#/sweeps" }, "To the sweeps"),
        failure.status !== 404 && h("button", { type: "button", onclick: () => load(root, id, signal, shown) }, "Try again"))));
  }
}

/**
 * @param subject { id, status, definition, model, swept, outputs }; the status is always the newest, and those who added
 *     themselves to its watchers are told when there is a newer one
 */
function show(root, subject, signal, shown) {
  subject.watchers = new Set();
  const badge = stateBadge();
  const bar = progressBar(true);
  const figures = facts();
  const actions = actionButtons(after => (after ? follow(after) : go("/sweeps")), false);
  const message = h("div", { class: "note bad", hidden: true });
  const waiting = h("div", { class: "note wait", hidden: true });
  const connection = h("div", { hidden: true, class: "note wait", role: "status" }, "The connection is lost; trying again.");
  const name = subject.status.name || `Sweep ${subject.id}`;
  const tabs = h("nav", { class: "tabs", "aria-label": "About this sweep" });
  const place = h("div", { class: "form" });
  let leaveTab = new AbortController();
  let stream = new AbortController();
  let tab;
  signal.addEventListener("abort", () => {
    leaveTab.abort();
    stream.abort();
  });
  title(name);

  fill(root,
    h("div", { class: "head" },
      h("div", {},
        h("p", { class: "crumb" }, h("a", { href: "#/sweeps" }, "Sweeps"), ` / #${subject.id} · `,
          h("a", { href: link(`/models/${encodeURIComponent(subject.status.model)}`) }, subject.status.model)),
        h("div", { class: "title-line" }, h("h1", {}, name), badge.element)),
      h("div", { class: "buttons" }, actions.element, h("a", { class: "button", href: link("/new", { from: subject.id }) }, "Clone and edit"))),
    connection, message, waiting,
    h("div", { class: "panel" }, h("div", { class: "body" }, bar.element, figures.element)),
    tabs, place);

  update(subject.status);
  showTab();
  shown.query = showTab;
  follow(subject.status);

  /** Listens until the sweep is over, which it may be already. */
  function follow(status) {
    stream.abort();
    stream = new AbortController();
    if (status) update(status);
    if (isOver(subject.status)) return;
    listen(`sweeps/${subject.id}/events`, {}, {
      progress: update,
      end: (last, stop) => {
        stop();
        update(last);
        announce(`${name}: ${stateWord(last.state)}`);
      },
      deleted: (_, stop) => {
        stop();
        notice("This sweep has been deleted.", "wait");
        go("/sweeps");
      },
    }, stream.signal, { lost: () => (connection.hidden = false), found: () => (connection.hidden = true) });
  }

  function update(status) {
    connection.hidden = true;
    subject.status = status;
    badge.update(status);
    bar.update(status);
    figures.update(status);
    actions.update(status);
    message.hidden = !status.message;
    say(message, status.message ?? "");
    waiting.hidden = !status.waiting;
    say(waiting, status.waiting ?? "");
    mark();
    subject.watchers.forEach(watcher => watcher(status));
  }

  function mark() {
    const failed = subject.status.progress.failed;
    const texts = TABS.map(([key, text]) => (key === "failures" && failed ? `${text} (${count(failed)})` : text));
    if (tabs.children.length === 0) fill(tabs, TABS.map(([key]) => h("a", { href: link(`/sweeps/${subject.id}`, key === "explore" ? {} : { tab: key }) })));
    TABS.forEach(([key], i) => {
      const one = tabs.children[i];
      say(one, texts[i]);
      if (key === tab) one.setAttribute("aria-current", "page");
      else one.removeAttribute("aria-current");
    });
  }

  /** On a phone there are more tabs than fit. */
  function reveal() {
    const one = tabs.querySelector("[aria-current]");
    tabs.scrollLeft = one.offsetLeft + one.offsetWidth / 2 - tabs.clientWidth / 2;
  }

  function showTab() {
    const wanted = TABS.find(([key]) => key === here().query.tab) ?? TABS[0];
    leaveTab.abort();
    leaveTab = new AbortController();
    tab = wanted[0];
    mark();
    reveal();
    subject.watchers.clear();
    fill(place);
    wanted[2](place, subject, leaveTab.signal, follow);
  }
}
