/** The state of a sweep and how far it is, as elements that are kept and changed. */

import { h, say } from "../core/dom.js";
import { count, duration, NONE, percent, shortCount } from "../core/format.js";

const WORDS = {
  QUEUED: "Queued", RUNNING: "Running", PAUSED: "Paused", COMPLETED: "Completed", FAILED: "Failed", CANCELLED: "Cancelled",
};

export const STATES = Object.keys(WORDS);

export function isOver(sweep) {
  return sweep.state === "COMPLETED" || sweep.state === "FAILED" || sweep.state === "CANCELLED";
}

/** Points that nothing is left to do for: done, failed, or excluded by the space. */
export function finished({ progress }) {
  return progress.done + progress.failed + progress.excluded;
}

export function stateWord(state) {
  return WORDS[state] ?? state;
}

export function stateBadge() {
  const element = h("span", { class: "state" });
  return {
    element,
    update(sweep) {
      element.className = `state ${sweep.state.toLowerCase()}`;
      say(element, stateWord(sweep.state));
    },
  };
}

export function progressBar(large = false) {
  const done = h("i");
  const lost = h("i", { class: "lost" });
  const left = h("i", { class: "left-out" });
  const figures = h("span");
  const share = h("span");
  const track = h("div", { class: "track", role: "progressbar", "aria-label": "Progress", "aria-valuemin": 0, "aria-valuemax": 100 }, done, lost, left);
  const element = h("div", { class: "progress" }, track, h("div", { class: "figures" }, figures, share));
  return {
    element,
    update(sweep) {
      const { state, progress } = sweep;
      element.className = `progress ${state.toLowerCase()}${large ? " large" : ""}`;
      done.style.width = `${(100 * progress.done) / progress.total}%`;
      lost.style.width = `${(100 * progress.failed) / progress.total}%`;
      left.style.width = `${(100 * progress.excluded) / progress.total}%`;
      track.setAttribute("aria-valuenow", Math.floor(100 * progress.fraction));
      const over = finished(sweep);
      const number = large ? count : shortCount;
      say(figures, over === progress.total ? `${number(progress.total)} points` : `${number(over)} of ${number(progress.total)}`);
      say(share, percent(progress.fraction));
    },
  };
}

/** How long it will take, or how long it took. */
export function timeText({ state, progress, timing }) {
  if (state === "RUNNING") {
    return progress.etaSeconds === undefined ? "no rate yet" : `${duration(progress.etaSeconds)} left`;
  }
  return timing.elapsedSeconds > 0 ? `took ${duration(timing.elapsedSeconds)}` : NONE;
}

/** Points per second: now, or on average when it is over. */
export function speedOf(sweep) {
  const { progress, timing } = sweep;
  if (!isOver(sweep)) return progress.pointsPerSecond;
  return timing.elapsedSeconds > 0 ? finished(sweep) / timing.elapsedSeconds : 0;
}
