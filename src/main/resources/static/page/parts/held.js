/** Holds parameters that a plot does not show at one of their values, or leaves all of them in. */

import { fill, h, newId, say } from "../core/dom.js";
import { at, dimension, isNumber, labels, named } from "../plots/data.js";

/**
 * @param chosen reads what stands in the address under a name
 * @param changed called with the name in the address and what is to stand there
 * @return a promise of the conditions that follow
 */
export async function held(element, subject, variables, chosen, changed, signal) {
  const numbers = variables.filter(isNumber);
  const dims = await Promise.all(numbers.map(one => dimension(subject, one.name, signal)));
  fill(element, dims.map((dim, i) => slice(dim, numbers[i], chosen, changed)));
  return dims.map(dim => {
    const position = positionOf(dim, chosen(key(dim)));
    return position < 0 ? null : at(dim, position);
  });
}

const key = dim => `at.${dim.name}`;

function size(dim) {
  return dim.kind === "bins" ? dim.edges.length - 1 : dim.values.length;
}

function positionOf(dim, text) {
  const position = Number(text);
  return text === undefined || text === "" || !(position >= 0 && position < size(dim)) ? -1 : Math.floor(position);
}

function slice(dim, variable, chosen, changed) {
  const texts = labels(dim);
  let position = positionOf(dim, chosen(key(dim)));
  const shown = h("b");
  const range = h("input", { type: "range", id: newId(), min: 0, max: size(dim) - 1, value: Math.max(0, position),
    oninput: () => show(Number(range.value)), onchange: () => changed(key(dim), range.value) });
  const free = h("button", { type: "button", class: "quiet small", onclick: () => changed(key(dim), "") }, "All");
  const show = now => {
    say(shown, now < 0 ? "all" : texts[now]);
    range.setAttribute("aria-valuetext", now < 0 ? "all of them" : texts[now]);
    free.disabled = now < 0;
  };
  show(position);
  return h("div", { class: "slice" },
    h("label", { class: "label", for: range.id }, h("span", {}, named(variable)), shown), range, free);
}
