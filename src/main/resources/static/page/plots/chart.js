/** ECharts, loaded when the first plot is drawn, in the colours of the page. */

import { h } from "../core/dom.js";
import { value } from "../core/format.js";
import { CHANGED, colour } from "../core/theme.js";

/** Perceptually even, and told apart by those who do not see red or green: viridis. */
const SCALE = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];

/** For lines: told apart by lightness, too. Okabe and Ito (2008). */
export const SERIES = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#a87800", "#8a63d2", "#6b7280"];

const ANEW = { notMerge: true };
const MORE = { replaceMerge: ["series"] };

let library;

/** Below this many pixels the colours stand under a plot and not beside it. */
const NARROW = 560;

/** What a plot needs to know of the page's colours and type, and of its own width. */
function look({ clientWidth }) {
  return {
    width: clientWidth, narrow: clientWidth < NARROW,
    text: colour("text"), muted: colour("muted"), line: colour("line"), surface: colour("surface"),
    accent: colour("accent"), bad: colour("bad-fill"), font: getComputedStyle(document.body).fontFamily,
  };
}

/**
 * A drawing in an element that has a size.
 *
 * What it draws is a function of the look that gives ECharts' option: called again when colours or the width change.
 */
export async function chart(element, signal) {
  library ??= import("../../vendor/echarts.esm.min.js");
  const echarts = await library;
  if (signal.aborted) return { draw: () => {}, on: () => {} };
  const instance = echarts.init(element, null, { renderer: "canvas" });
  let current = null;
  let wide = null;
  const apply = how => {
    if (!current) return;
    const seen = look(element);
    wide = !seen.narrow;
    instance.setOption(frame(current(seen), seen), how);
  };
  const anew = () => apply(ANEW);
  const resize = new ResizeObserver(() => {
    instance.resize();
    if (wide !== null && wide === look(element).narrow) anew();
  });
  resize.observe(element);
  document.addEventListener(CHANGED, anew);
  signal.addEventListener("abort", () => {
    document.removeEventListener(CHANGED, anew);
    resize.disconnect();
    instance.dispose();
  });
  return {
    /** @param more whether it is the same plot with more points: its tooltip, and what was chosen in it, stay */
    draw(option, more) {
      current = option;
      apply(more ? MORE : ANEW);
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

/** What the colours of a plot mean, and how much room that takes: { title, visualMap, room }. */
export function colours(name, dimension, low, high, { narrow, text, muted }, formatter = one => value(one, 3)) {
  const place = narrow ? { orient: "horizontal", left: "center", bottom: 0, itemHeight: 150 } : { right: 4, top: "middle", itemHeight: 240 };
  return {
    title: { text: name, left: narrow ? "center" : null, right: narrow ? null : 4, top: 0, textStyle: { color: text, fontSize: 12, fontWeight: 600 } },
    visualMap: {
      ...place, dimension, min: low, max: high > low ? high : low + 1, calculable: true, itemWidth: 14, precision: 20, formatter,
      textStyle: { color: muted }, handleStyle: { borderColor: text }, inRange: { color: SCALE },
    },
    room: narrow ? { top: 30, bottom: 52 } : { top: 34, right: 104 },
  };
}

/** About ten labels along an axis of so many places, or five. */
export function sparse(places, { narrow }) {
  return { interval: Math.max(0, Math.ceil(places / (narrow ? 5 : 10)) - 1) };
}
