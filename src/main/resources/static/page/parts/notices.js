/** What is said beside the views: short notices, questions, problems. */

import { fill, h, newId } from "../core/dom.js";

/** Says something for some seconds. */
export function notice(text, kind = "good") {
  const element = h("div", { class: `note ${kind}` }, h("span", {}, text),
    h("button", { class: "quiet small", type: "button", onclick: () => element.remove() }, "Close"));
  document.getElementById("notices").append(element);
  if (kind !== "bad") setTimeout(() => element.remove(), 6000);
}

/** Says something to those who listen only. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

/** A problem in the place of what could not be shown. */
export function problem(failure, again) {
  return h("div", { class: "note bad", role: "alert" }, h("span", {}, failure.message),
    again && h("button", { type: "button", onclick: again }, "Try again"));
}

/** Asks; the promise is of true if the answer is yes. */
export function confirm(question, explanation, yes, danger = true) {
  const heading = newId();
  const dialog = h("dialog", { "aria-labelledby": heading },
    h("form", { method: "dialog" },
      h("h2", { id: heading }, question),
      h("p", { class: "muted" }, explanation),
      h("div", { class: "buttons" },
        h("button", { value: "no" }, "Keep it as it is"),
        h("button", { value: "yes", class: danger ? "primary danger" : "primary" }, yes))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    dialog.remove();
    resolve(dialog.returnValue === "yes");
  }));
}

/** Copies, and says so. */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    notice(`${what} copied`);
  } catch {
    showToCopy(text, what); // no permission, or not a secure address
  }
}

function showToCopy(text, what) {
  const area = h("textarea", { rows: 8, readonly: true, "aria-label": what, value: text });
  const dialog = h("dialog", { "aria-label": what },
    h("form", { method: "dialog" }, h("p", {}, "The browser does not let us copy; here it is."), area,
      h("div", { class: "buttons" }, h("button", {}, "Close"))));
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  area.select();
}

/** Grey bars where something will be. */
export function bones(element, lines = 4) {
  return fill(element, h("div", { class: "body", "aria-busy": "true" },
    h("span", { class: "unseen" }, "Loading"),
    Array.from({ length: lines }, () => h("span", { class: "bone" }))));
}
