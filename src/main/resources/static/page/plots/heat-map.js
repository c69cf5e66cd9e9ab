/** An output over two parameters; the others are averaged, or held. While the sweep runs, the space fills in. */

import { get } from "../core/api.js";
import { axis, colours, GRID, sparse, tip } from "./chart.js";
import { ELEMENTS, labels, marks, named, numeric, options, points, value, where, withUnit } from "./data.js";

/** Of each axis: a hundred steps have 101 values, and 10,000 cells are still drawn in a moment. */
const MAX_BINS = 101;

const REDUCE = [
  { value: "mean", label: "Mean" }, { value: "median", label: "Median" }, { value: "min", label: "Minimum" },
  { value: "max", label: "Maximum" }, { value: "std", label: "Standard deviation" }, { value: "count", label: "Number of points" },
];

export const heatMap = {
  key: "map",
  word: "Map",
  fits: ({ swept, outputs }) => swept.length >= 2 && numeric(outputs).length > 0,
  unfit: "A map needs two parameters that vary and an output that is a number.",

  controls({ swept, outputs }, chosen) {
    const x = chosen("x", swept[0].name);
    return [
      { key: "output", label: "Output", options: options(numeric(outputs)) },
      outputs.find(one => one.name === chosen("output", numeric(outputs)[0].name))?.type === "array" && { key: "element", label: "Of the array", options: ELEMENTS },
      { key: "reduce", label: "Of points in a cell", options: REDUCE },
      { key: "x", label: "Across", options: options(swept) },
      { key: "y", label: "Up", options: options(swept.filter(one => one.name !== x)) },
    ];
  },

  held: ({ swept }, { x, y }) => swept.filter(one => one.name !== x && one.name !== y),

  load: (subject, { x, y, output, element, reduce }, conditions, signal) =>
    get(`sweeps/${subject.id}/array`, { dims: `${x},${y}`, output, element, reduce, bins: MAX_BINS, where: where(conditions) }, signal),

  isEmpty: data => data.counts.every(count => count === 0),

  draw(data, subject, { x, y, output, reduce }) {
    const [across, up] = data.dims;
    const columns = labels(across);
    const rows = labels(up);
    const unit = reduce === "count" ? "" : data.unit;
    const cells = [];
    let low = Infinity;
    let high = -Infinity;
    data.data.forEach((cell, i) => {
      if (cell === null || (reduce === "count" && cell === 0)) return;
      const row = i % rows.length;
      cells.push([(i - row) / rows.length, row, cell, data.counts[i]]);
      low = Math.min(low, cell);
      high = Math.max(high, cell);
    });
    const what = reduce === "count" ? "points" : output;
    const colourBar = look => {
      const { room, ...parts } = colours(named({ name: what, unit }), 2, low, high, look);
      return { grid: { ...GRID, ...room }, ...parts };
    };
    return {
      option: look => ({
        ...colourBar(look),
        xAxis: axis(named(across), look, { type: "category", data: marks(across), splitLine: { show: false }, axisLabel: sparse(columns.length, look) }),
        yAxis: axis(named(up), look, { type: "category", data: marks(up), splitLine: { show: false }, axisLabel: sparse(rows.length, { narrow: false }) }),
        tooltip: {
          formatter: ({ data: [column, row, cell, count] }) => tip([
            [named(across), columns[column]], [named(up), rows[row]], [what, withUnit(value(cell), unit)],
            reduce !== "count" && ["points", value(count)],
          ]),
        },
        series: [{ type: "heatmap", data: cells, progressive: 0, itemStyle: { borderWidth: 0 }, emphasis: { itemStyle: { borderColor: look.text, borderWidth: 1.5 } } }],
      }),
      label: `Map of ${what} over ${x} and ${y}: ${value(low)} to ${value(high)}`,
      note: points(data),
      table: { head: [x, y, what, "points"], rows: cells.map(([column, row, cell, count]) => [columns[column], rows[row], value(cell), value(count)]) },
    };
  },
};
