/** Which view is shown. Its address is the hash, so that everything can be linked to: #/sweeps/3?tab=timing */

import { fill, h } from "./dom.js";

let routes = [];
let root;
let shown = { view: null, key: null, leave: new AbortController() };

/** Where we are: the path, and the query as an object. */
export function here() {
  const [path, query = ""] = location.hash.replace(/^#/, "").split(/\?(.*)/s);
  return { path, query: Object.fromEntries(new URLSearchParams(query)) };
}

export function link(path, query = {}) {
  const kept = Object.entries(query).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const text = new URLSearchParams(kept).toString();
  return `#${path}${text ? `?${text}` : ""}`;
}

export function go(path, query) {
  location.hash = link(path, query);
}

/** Changes parts of the query without showing the view anew; "" leaves a part out. */
export function setQuery(changes) {
  const { path, query } = here();
  history.replaceState(null, "", link(path, { ...query, ...changes }));
}

/**
 * Shows the views. A view is a function of (root, { parameters, query, signal }): it fills the root, and the signal says
 * when it has to end. What it returns, if anything, is called with the new query when only that has changed.
 */
export function start(element, table) {
  root = element;
  routes = table;
  addEventListener("hashchange", show);
  show();
}

function show() {
  if (location.hash !== "" && !location.hash.startsWith("#/")) return; // a place on the page
  if (location.hash === "") history.replaceState(null, "", "#/sweeps");
  const { path, query } = here();
  const route = routes.find(one => one.path.test(path));
  const first = shown.view === null;
  if (route && shown.key === path && shown.update) {
    shown.update(query);
    return;
  }
  shown.leave.abort();
  const leave = new AbortController();
  shown = { view: route?.view ?? missing, key: path, leave };
  mark(route?.nav);
  fill(root);
  const parameters = route ? path.match(route.path).slice(1).map(decodeURIComponent) : [];
  shown.update = shown.view(root, { parameters, query, signal: leave.signal });
  if (!first) {
    scrollTo(0, 0);
    root.focus({ preventScroll: true });
  }
}

function mark(nav) {
  for (const one of document.querySelectorAll(".nav a")) {
    if (nav && one.getAttribute("href") === `#/${nav}`) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
}

/** The name of what is shown, for the tab of the browser. */
export function title(text) {
  document.title = `${text} · Parsweep`;
}

function missing(element) {
  title("Not found");
  fill(element, h("div", { class: "panel empty" },
    h("h1", {}, "There is no such page"),
    h("p", {}, "The address may have been cut off."),
    h("a", { href: "#/sweeps", class: "button" }, "To the sweeps")));
}
