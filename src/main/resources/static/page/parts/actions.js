/** What can be done to a sweep in its state. */

import { post, remove } from "../core/api.js";
import { fill, h } from "../core/dom.js";
import { count, plural } from "../core/format.js";
import { announce, confirm, notice } from "./notices.js";
import { finished, isOver } from "./state.js";

const name = sweep => `“${sweep.name || `sweep ${sweep.id}`}”`;

/** Points without outputs that could have some. */
const missing = ({ progress }) => progress.total - progress.done - progress.excluded;

const ACTIONS = [
  { word: "Pause", when: sweep => sweep.state === "QUEUED" || sweep.state === "RUNNING", path: "pause" },
  { word: "Resume", when: sweep => sweep.state === "PAUSED", path: "resume" },
  {
    word: "Cancel",
    when: sweep => !isOver(sweep),
    path: "cancel",
    question: sweep => `Cancel ${name(sweep)}?`,
    explanation: sweep => `It stops at once; what it has (${plural(finished(sweep), "point")}) stays. Retry opens it again.`,
    yes: "Cancel the sweep",
  },
  {
    word: "Retry",
    when: sweep => isOver(sweep) && missing(sweep) > 0,
    path: "retry",
    question: sweep => `Retry ${name(sweep)}?`,
    explanation: sweep => `${count(missing(sweep))} of its points have no result; they are computed, again where they failed.`,
    yes: "Retry",
    harmless: true,
  },
  {
    word: "Delete",
    when: isOver,
    question: sweep => `Delete ${name(sweep)}?`,
    explanation: sweep => `Its definition and the results of ${plural(sweep.progress.done, "point")} are gone for good.`,
    yes: "Delete it",
    gone: true,
  },
];

/**
 * Buttons for a sweep. They are kept while its state is the same, so that nobody loses the focus.
 *
 * @param changed called with the sweep as it is afterwards, or null if it is deleted
 */
export function actionButtons(changed, small = true) {
  const element = h("div", { class: "buttons" });
  let shown = "";
  let current;
  return {
    element,
    update(sweep) {
      current = sweep;
      const fitting = ACTIONS.filter(action => action.when(sweep));
      const key = fitting.map(action => action.word).join();
      if (key === shown) return;
      shown = key;
      fill(element, fitting.map(action => h("button", {
        type: "button",
        class: `${small ? "quiet small" : ""} ${action.gone ? "danger" : ""}`,
        "aria-label": `${action.word} ${name(sweep)}`,
        onclick: event => run(action, current, event.currentTarget, changed),
      }, action.word)));
    },
  };
}

async function run(action, sweep, button, changed) {
  if (action.question && !(await confirm(action.question(sweep), action.explanation(sweep), action.yes, !action.harmless))) {
    return;
  }
  button.disabled = true;
  try {
    const after = action.gone ? await remove(`sweeps/${sweep.id}`) : await post(`sweeps/${sweep.id}/${action.path}`);
    announce(`${action.word}: done`);
    changed(after);
  } catch (failure) {
    notice(failure.message, "bad");
  }
  button.disabled = false;
}
