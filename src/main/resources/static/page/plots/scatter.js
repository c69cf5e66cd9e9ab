/** Any number against any other: every point if they are few, how many in each cell if they are not. */

import { get } from "../core/api.js";
import { axis, colours, GRID, sparse, tip } from "./chart.js";
import { isNumber, named, numeric, value } from "./data.js";

const FEW = 2000;

/** An array enters by its mean. */
function candidates({ swept, outputs }) {
  return [...numeric(outputs).map(one => (one.type === "array" ? { ...one, name: `${one.name}.mean` } : one)), ...swept.filter(isNumber)];
}

export const scatter = {
  key: "scatter",
  word: "Scatter",
  fits: subject => candidates(subject).length >= 2,
  unfit: "A scatter plot needs two numbers.",

  controls(subject) {
    const all = candidates(subject).map(one => ({ value: one.name, label: named(one) }));
    const first = Math.max(1, all.findIndex(one => one.value === subject.swept[0]?.name));
    return [
      { key: "sx", label: "Across", options: [all[first], ...all.filter((_, i) => i !== first)] },
      { key: "sy", label: "Up", options: all },
    ];
  },

  held: () => [],

  async load(subject, { sx, sy }, _, signal) {
    const density = await get(`sweeps/${subject.id}/density`, { x: sx, y: sy, bins: 60 }, signal);
    const isScalar = name => !name.includes(".");
    if (density.points > FEW || !isScalar(sx) || !isScalar(sy)) return density;
    const rows = await get(`sweeps/${subject.id}/results.json`, { columns: `index,${sx},${sy}`, sample: FEW }, signal);
    return { ...density, rows: rows.map(row => [row[sx], row[sy], row.index]).filter(([x, y]) => typeof x === "number" && typeof y === "number") };
  },

  isEmpty: data => data.points === 0,

  draw(data, subject, { sx, sy }) {
    return data.rows ? dots(data, sx, sy) : cells(data, sx, sy);
  },
};

function dots(data, sx, sy) {
  return {
    option: look => ({
      grid: GRID,
      xAxis: numberAxis(data.x, look),
      yAxis: numberAxis(data.y, look),
      tooltip: { formatter: ({ data: [x, y, index] }) => tip([[sx, value(x)], [sy, value(y)], ["index", value(index)]]) },
      series: [{ type: "scatter", data: data.rows, symbolSize: 7, color: look.accent, itemStyle: { opacity: 0.55 } }],
    }),
    label: `${sy} against ${sx}, ${data.rows.length} points`,
    note: `${data.rows.length.toLocaleString()} points`,
    table: { head: ["index", sx, sy], rows: data.rows.map(([x, y, index]) => [value(index), value(x), value(y)]) },
  };
}

function cells(data, sx, sy) {
  const rows = data.shape[1];
  const middle = (edges, i) => (edges[i] + edges[i + 1]) / 2;
  const filled = [];
  data.counts.forEach((count, i) => {
    if (count) filled.push([Math.floor(i / rows), i % rows, count]);
  });
  const span = (edges, i) => `${value(edges[i], 4)} to ${value(edges[i + 1], 4)}`;
  const most = Math.max(...filled.map(([, , count]) => count));
  const names = edges => edges.slice(0, -1).map((_, i) => value(middle(edges, i), 3));
  const colourBar = look => {
    const { room, ...parts } = colours("points", 2, 1, most, look, one => value(Math.round(one)));
    return { grid: { ...GRID, ...room }, ...parts };
  };
  return {
    option: look => ({
      ...colourBar(look),
      xAxis: axis(named(data.x), look, { type: "category", data: names(data.x.edges), splitLine: { show: false }, axisLabel: sparse(data.shape[0], look) }),
      yAxis: axis(named(data.y), look, { type: "category", data: names(data.y.edges), splitLine: { show: false }, axisLabel: sparse(rows, { narrow: false }) }),
      tooltip: { formatter: ({ data: [x, y, count] }) => tip([[sx, span(data.x.edges, x)], [sy, span(data.y.edges, y)], ["points", value(count)]]) },
      series: [{ type: "heatmap", data: filled, progressive: 0 }],
    }),
    label: `How often ${sy} comes with ${sx}`,
    note: `${data.points.toLocaleString()} points, counted in cells`,
    table: { head: [sx, sy, "points"], rows: filled.map(([x, y, count]) => [span(data.x.edges, x), span(data.y.edges, y), value(count)]) },
  };
}

function numberAxis(dim, look) {
  return axis(named(dim), look, { type: "value", scale: true, axisLabel: { formatter: one => value(one, 4) } });
}
