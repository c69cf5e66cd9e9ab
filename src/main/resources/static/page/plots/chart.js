/** ECharts, loaded when the first plot is drawn, in the colours of the page. */

import { h } from "../core/dom.js";
import { CHANGED, colour } from "../core/theme.js";

/** Perceptually even, and told apart by those who do not see red or green: viridis. */
export const SCALE = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];

/** For lines: told apart by lightness, too. Okabe and Ito (2008). */
export const SERIES = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#a87800", "#8a63d2", "#6b7280"];

let library;

/** What a plot needs to know of the page's colours and type. */
export function look() {
  return {
    text: colour("text"), muted: colour("muted"), line: colour("line"), surface: colour("surface"),
    accent: colour("accent"), bad: colour("bad-fill"), font: getComputedStyle(document.body).fontFamily,
  };
}

/**
 * A drawing in an element that has a size.
 *
 * @param option a function of the look that gives ECharts' option; called again when colours change
 */
export async function chart(element, signal) {
  library ??= import("../../vendor/echarts.esm.min.js");
  const echarts = await library;
  if (signal.aborted) return { draw: () => {}, on: () => {} };
  const instance = echarts.init(element, null, { renderer: "canvas" });
  let current = null;
  const apply = () => current && instance.setOption(frame(current(look()), look()), { notMerge: true });
  const resize = new ResizeObserver(() => instance.resize());
  resize.observe(element);
  document.addEventListener(CHANGED, apply);
  signal.addEventListener("abort", () => {
    document.removeEventListener(CHANGED, apply);
    resize.disconnect();
    instance.dispose();
  });
  return {
    draw(option) {
      current = option;
      apply();
    },
    on: (event, handler) => instance.on(event, handler),
    instance,
  };
}

function frame(option, { text, line, surface, font }) {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: text },
    ...option,
    tooltip: option.tooltip && {
      confine: true, backgroundColor: surface, borderColor: line, padding: [8, 12], transitionDuration: 0,
      textStyle: { color: text, fontFamily: font }, ...option.tooltip,
    },
  };
}

/** The content of a tooltip: names and values, as elements. */
export function tip(pairs) {
  return h("dl", { class: "tip" }, pairs.filter(Boolean).map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

export function axis(name, { text, muted, line }, more = {}) {
  const { axisLabel, ...rest } = more;
  return {
    name, nameLocation: "middle", nameGap: 14, nameTextStyle: { color: text, fontWeight: 600 },
    axisLabel: { color: muted, hideOverlap: true, ...axisLabel },
    axisLine: { lineStyle: { color: line } }, axisTick: { lineStyle: { color: line } },
    splitLine: { lineStyle: { color: line } },
    ...rest,
  };
}

/** Where the axes of a plot stand. */
export const GRID = { left: 14, right: 24, top: 20, bottom: 12, outerBoundsMode: "same", outerBoundsContain: "all" };

/** About ten labels along an axis of so many places. */
export function sparse(places) {
  return { interval: Math.max(0, Math.ceil(places / 10) - 1) };
}
