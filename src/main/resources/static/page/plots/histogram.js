/** How often an output takes which value. */

import { get } from "../core/api.js";
import { axis, GRID, tip } from "./chart.js";
import { ELEMENTS, named, numeric, options, value, where, withUnit } from "./data.js";

export const histogram = {
  key: "histogram",
  word: "Histogram",
  fits: ({ outputs }) => numeric(outputs).length > 0,
  unfit: "A histogram needs an output that is a number.",

  controls({ outputs }, chosen) {
    return [
      { key: "output", label: "Output", options: options(numeric(outputs)) },
      outputs.find(one => one.name === chosen("output", numeric(outputs)[0].name))?.type === "array" && { key: "element", label: "Of the array", options: [{ value: "all", label: "all elements" }, ...ELEMENTS] },
      { key: "bins", label: "Bars", options: ["30", "60", "120"] },
    ];
  },

  held: ({ swept }) => swept,

  async load(subject, { output, element, bins }, conditions, signal) {
    const { groups } = await get(`sweeps/${subject.id}/summary`, { output, element, bins, where: where(conditions) }, signal);
    return groups[0]?.outputs[0] ?? { count: 0 };
  },

  isEmpty: data => !data.histogram,

  draw(data, subject, { element }) {
    const counted = element === "all" ? "values" : "points";
    const { edges, counts } = data.histogram;
    const span = i => `${value(edges[i], 4)} to ${value(edges[i + 1], 4)}`;
    const low = data.quantiles["0.05"];
    const high = data.quantiles["0.95"];
    return {
      option: look => ({
        grid: GRID,
        xAxis: axis(named(data), look, { type: "value", scale: true, splitLine: { show: false }, axisLabel: { formatter: one => value(one, 4) } }),
        yAxis: axis(counted, look, { type: "value" }),
        tooltip: { formatter: ({ dataIndex }) => tip([[data.name, withUnit(span(dataIndex), data.unit)], [counted, value(counts[dataIndex])]]) },
        series: [{
          type: "custom",
          dimensions: ["from", "to", "points"],
          encode: { x: [0, 1], y: 2 },
          data: counts.map((count, i) => [edges[i], edges[i + 1], count]),
          renderItem: (_, api) => {
            const [left, top] = api.coord([api.value(0), api.value(2)]);
            const [right, bottom] = api.coord([api.value(1), 0]);
            return { type: "rect", shape: { x: left, y: top, width: Math.max(1, right - left - 1), height: bottom - top }, style: { fill: look.accent } };
          },
        }],
      }),
      label: `Histogram of ${data.name}: mean ${value(data.mean)}, 90% from ${value(low)} to ${value(high)}`,
      note: `${data.count.toLocaleString()} values; mean ${value(data.mean)}, standard deviation ${value(data.standardDeviation)}, median ${value(data.quantiles["0.5"])}, 90% from ${value(low)} to ${value(high)}`,
      table: { head: [data.name, counted], rows: counts.map((count, i) => [span(i), value(count)]) },
    };
  },
};
