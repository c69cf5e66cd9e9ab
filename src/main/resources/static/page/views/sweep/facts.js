/** The figures of a sweep, in a row. */

import { h, say } from "../../core/dom.js";
import { age, bytes, count, date, duration, NONE, rate } from "../../core/format.js";
import { isOver, speedOf } from "../../parts/state.js";

/** Name, text, and what is said when it is pointed at; without a text it is not shown. */
const FACTS = [
  ["Done", ({ progress }) => count(progress.done)],
  ["Failed", ({ progress }) => count(progress.failed)],
  ["Excluded", ({ progress }) => (progress.excluded ? count(progress.excluded) : null)],
  ["Rate", sweep => rate(speedOf(sweep))],
  ["Time left", sweep => (isOver(sweep) ? "none" : duration(sweep.progress.etaSeconds))],
  ["Elapsed", ({ timing }) => duration(timing.elapsedSeconds)],
  ["Speed-up", ({ timing }) => (timing.speedUp ? `${speedUp(timing.speedUp)} on ${timing.workers}` : NONE)],
  ["Submitted", ({ timing }) => age(timing.createdAt), ({ timing }) => date(timing.createdAt)],
  ["Results", sweep => bytes(sweep.storedBytes)],
];

function speedUp(factor) {
  return factor < 0.005 ? "< 0.01" : factor.toFixed(2);
}

export function facts() {
  const values = FACTS.map(([name]) => h("dd", { class: name === "Submitted" ? "nowrap" : null }));
  const element = h("dl", { class: "facts" }, FACTS.map(([name], i) => h("div", {}, h("dt", {}, name), values[i])));
  return {
    element,
    update(sweep) {
      FACTS.forEach(([, text, title], i) => {
        const shown = text(sweep);
        values[i].parentElement.hidden = shown === null;
        say(values[i], shown ?? "");
        if (title) values[i].title = title(sweep);
      });
    },
  };
}
