/** An output over one parameter, a line per value of another, with bands over all that is not shown. */

import { get } from "../core/api.js";
import { axis, GRID, SERIES, tip } from "./chart.js";
import { ELEMENTS, labels, middles, named, numeric, options, points, value, where, withUnit } from "./data.js";

const MAX_LINES = SERIES.length;
const BANDS = [
  { value: "error", label: "± 2 standard errors" }, { value: "deviation", label: "± 1 standard deviation" },
  { value: "range", label: "Minimum to maximum" }, { value: "none", label: "None" },
];

export const lines = {
  key: "lines",
  word: "Lines",
  fits: ({ swept, outputs }) => swept.length >= 1 && numeric(outputs).length > 0,
  unfit: "Lines need a parameter that varies and an output that is a number.",

  controls({ swept, outputs }, chosen) {
    const x = chosen("x", swept[0].name);
    return [
      { key: "output", label: "Output", options: options(numeric(outputs)) },
      outputs.find(one => one.name === chosen("output", numeric(outputs)[0].name))?.type === "array" && { key: "element", label: "Of the array", options: ELEMENTS },
      { key: "x", label: "Across", options: options(swept) },
      swept.length > 1 && { key: "by", label: "A line for each", options: [{ value: "-", label: "(one line)" }, ...options(swept.filter(one => one.name !== x))] },
      { key: "band", label: "Band", options: BANDS },
    ];
  },

  held: ({ swept }, { x, by }) => swept.filter(one => one.name !== x && one.name !== by),

  async load(subject, { x, by, output, element, band }, conditions, signal) {
    const split = by && by !== "-";
    const ask = reduce => get(`sweeps/${subject.id}/array`, {
      dims: split ? `${x},${by}` : x, output, element, reduce, bins: split ? 100 : 400, where: where(conditions),
    }, signal);
    const wanted = { error: ["mean", "std"], deviation: ["mean", "std"], range: ["mean", "min", "max"], none: ["mean"] }[band];
    const [mean, ...others] = await Promise.all(wanted.map(ask));
    return { ...mean, others: others.map(other => other.data) };
  },

  isEmpty: data => data.counts.every(count => count === 0),

  draw(data, subject, { x, output, band }) {
    const [across, by] = data.dims;
    const numbers = across.kind === "bins" || across.values.every(one => typeof one === "number");
    const places = middles(across);
    const names = by ? labels(by) : [output];
    const width = by ? names.length : 1;
    // Evenly spread, if there are more lines than can be told apart.
    const shown = Array.from({ length: Math.min(width, MAX_LINES) }, (_, i) => (width <= MAX_LINES ? i : Math.round((i * (width - 1)) / (MAX_LINES - 1))));
    const columns = shown.map(column => places.map((place, row) => point(data, row * width + column, place, band)));
    const where = by ? one => `${by.name} = ${names[one]}` : () => output;
    const rows = shown.flatMap((column, i) => columns[i].map(([place, mean, low, high, count]) => [value(place), ...(by ? [names[column]] : []), value(mean), value(low), value(high), value(count)]));
    return {
      option: look => ({
        grid: { ...GRID, top: by ? 44 : 20 },
        legend: by && { top: 4, left: 8, right: 8, type: "scroll", textStyle: { color: look.text }, pageTextStyle: { color: look.muted }, data: shown.map(where) },
        xAxis: axis(named(across), look, numbers ? { type: "value", scale: true, axisLabel: { formatter: one => value(one, 4) } } : { type: "category", data: places.map(String) }),
        yAxis: axis(withElement(output, data), look, { type: "value", scale: true, axisLabel: { formatter: one => value(one, 4) } }),
        tooltip: {
          trigger: "axis",
          formatter: items => tip([
            [named(across), labels(across)[items[0].dataIndex]],
            ...items.filter(item => item.seriesId?.startsWith("mean")).map(item => {
              const [, mean, low, high] = columns[Number(item.seriesId.slice(4))][item.dataIndex];
              return [item.seriesName, mean === null ? "–" : withUnit(value(mean, 5), data.unit) + (low === null ? "" : ` (${value(low, 4)} to ${value(high, 4)})`)];
            }),
          ]),
        },
        series: shown.flatMap((column, i) => series(columns[i], i, where(column), band)),
      }),
      label: `${output} over ${x}`,
      note: points(data) + (shown.length < width ? `; ${shown.length} of ${width} lines, evenly spread` : ""),
      table: { head: [x, ...(by ? [by.name] : []), output, "from", "to", "points"], rows },
    };
  },
};

function withElement(output, { element, unit }) {
  return named({ name: element ? `${output}, ${element}` : output, unit });
}

/** [place, mean, low, high, count]; nulls where there is nothing. */
function point(data, cell, place, band) {
  const mean = data.data[cell];
  const count = data.counts[cell];
  if (mean === null) return [place, null, null, null, count];
  if (band === "range") return [place, mean, data.others[0][cell], data.others[1][cell], count];
  const deviation = band === "none" ? null : data.others[0][cell];
  if (deviation === null) return [place, mean, null, null, count];
  const half = band === "error" ? (2 * deviation) / Math.sqrt(count) : deviation;
  return [place, mean, mean - half, mean + half, count];
}

function series(column, i, name, band) {
  const colour = SERIES[i];
  const line = { type: "line", name, color: colour, symbol: "circle", symbolSize: 4, showSymbol: column.length <= 60, lineStyle: { width: 2 } };
  const drawn = [{ ...line, id: `mean${i}`, data: column.map(([place, mean]) => [place, mean]) }];
  if (band === "none" || column.every(([, , low]) => low === null)) return drawn;
  return [...drawn, ribbon(column, i, name)];
}

/** The band as one shape, from the lower ends to the upper ones and back. */
function ribbon(column, i, name) {
  const ends = column.filter(([, , low]) => low !== null);
  return {
    type: "custom", id: `band${i}`, name, silent: true, z: 1, color: SERIES[i],
    data: ends.map(([place, , low, high]) => [place, low, high]), encode: { x: 0, y: [1, 2] }, tooltip: { show: false },
    renderItem: ({ dataIndex }, api) => dataIndex > 0 ? null : {
      type: "polygon",
      shape: { points: [...ends.map(([place, , low]) => api.coord([place, low])), ...ends.map(([place, , , high]) => api.coord([place, high])).reverse()] },
      style: { fill: SERIES[i], opacity: 0.18 },
    },
  };
}
