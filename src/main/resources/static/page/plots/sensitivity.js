/** How much an output depends on each parameter, by what the design of the points supports. */

import { get } from "../core/api.js";
import { plural } from "../core/format.js";
import { axis, GRID, SERIES, tip } from "./chart.js";
import { ELEMENTS, numeric, options, value } from "./data.js";

const SHOWN = {
  saltelli: ["S1", "ST"], fast: ["S1", "ST"], morris: ["muStar", "sigma"], ranks: ["spearman", "prcc", "firstOrder"],
};
const WORDS = {
  S1: "first order, S1", ST: "total, ST", muStar: "mean absolute effect, μ*", sigma: "spread of effects, σ",
  spearman: "rank correlation", prcc: "partial rank correlation", firstOrder: "share of variance, binned",
};
const METHODS = { saltelli: "Saltelli's blocks", fast: "Fourier curves", morris: "Morris's trajectories", ranks: "ranks" };

export const sensitivity = {
  key: "sensitivity",
  word: "Sensitivity",
  fits: ({ swept, outputs }) => swept.length > 0 && numeric(outputs).length > 0,
  unfit: "Sensitivity needs a parameter that varies and an output that is a number.",

  controls({ outputs }, chosen) {
    return [
      { key: "output", label: "Output", options: options(numeric(outputs)) },
      outputs.find(one => one.name === chosen("output", numeric(outputs)[0].name))?.type === "array" && { key: "element", label: "Of the array", options: ELEMENTS },
    ];
  },

  held: () => [],

  load: (subject, { output, element }, _, signal) => get(`sweeps/${subject.id}/sensitivity`, { output, element }, signal),

  isEmpty: data => data.parameters.every(one => Object.values(one.indices).every(index => index.value === null)),

  draw(data) {
    const kinds = SHOWN[data.method] ?? Object.keys(data.parameters[0].indices);
    const shown = [...data.parameters].reverse(); // the first at the top
    const names = shown.map(one => one.name);
    const index = (parameter, kind) => parameter.indices[kind] ?? {};
    const interval = ({ low, high }) => (low === null || low === undefined ? "" : ` (${value(low, 3)} to ${value(high, 3)})`);
    return {
      option: look => ({
        grid: { ...GRID, top: 44 },
        legend: { top: 4, left: 8, textStyle: { color: look.text }, data: kinds.map(kind => WORDS[kind] ?? kind) },
        xAxis: axis(WORDS[kinds[0]] && kinds.length > 1 ? "index" : kinds[0], look, { type: "value", axisLabel: { formatter: one => value(one, 3) } }),
        yAxis: axis("", look, { type: "category", data: names, splitLine: { show: false } }),
        tooltip: {
          trigger: "axis", axisPointer: { type: "shadow" },
          formatter: ([{ dataIndex }]) => tip([[names[dataIndex], ""], ...kinds.map(kind => {
            const found = index(shown[dataIndex], kind);
            return [WORDS[kind] ?? kind, found.value === null ? "–" : value(found.value, 3) + interval(found)];
          })]),
        },
        series: kinds.flatMap((kind, i) => [
          { type: "bar", name: WORDS[kind] ?? kind, color: SERIES[i], barMaxWidth: 22, barGap: "15%", data: shown.map(one => index(one, kind).value ?? null) },
          whiskers(shown.map(one => index(one, kind)), WORDS[kind] ?? kind, i, kinds.length, look),
        ]),
      }),
      label: `Sensitivity of ${data.output} to ${data.parameters.map(one => one.name).join(", ")}`,
      note: [`By ${METHODS[data.method] ?? data.method}, from ${plural(data.points, "point")}`, data.dropped ? `${data.dropped.toLocaleString()} dropped for failures` : "", data.warning ?? ""].filter(Boolean).join(". "),
      table: {
        head: ["parameter", ...kinds.flatMap(kind => [WORDS[kind] ?? kind, "from", "to"])],
        rows: data.parameters.map(one => [one.name, ...kinds.flatMap(kind => [index(one, kind).value, index(one, kind).low, index(one, kind).high].map(number => value(number, 4)))]),
      },
    };
  },
};

/** The interval of each bar. */
function whiskers(indices, name, i, of, look) {
  return {
    type: "custom", name, silent: true, z: 5, color: SERIES[i],
    data: indices.map(({ low, high }, row) => [low ?? NaN, high ?? NaN, row]), encode: { x: [0, 1], y: 2 },
    renderItem: (_, api) => {
      if (Number.isNaN(api.value(0))) return null;
      const bar = api.barLayout({ count: of, barMaxWidth: 22, barGap: "15%" })[i];
      const [left, y] = api.coord([api.value(0), api.value(2)]);
      const [right] = api.coord([api.value(1), api.value(2)]);
      const at = y + bar.offsetCenter;
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: look.text, lineWidth: 1.5 } });
      return { type: "group", children: [line(left, at, right, at), line(left, at - 4, left, at + 4), line(right, at - 4, right, at + 4)] };
    },
  };
}
