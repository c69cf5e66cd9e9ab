/** Parallel coordinates: a line per point through all its values. Drag along an axis to choose some. */

import { get } from "../core/api.js";
import { SCALE } from "./chart.js";
import { isNumber, named, numeric, options, value } from "./data.js";

const LINES = 800;

function scalars({ swept, outputs }) {
  return [...swept.filter(isNumber), ...outputs.filter(isNumber)];
}

export const parallel = {
  key: "parallel",
  word: "Parallel",
  fits: subject => scalars(subject).length >= 2 && subject.outputs.some(isNumber),
  unfit: "Parallel coordinates need two numbers, one of them an output.",

  controls: ({ outputs }) => [{ key: "output", label: "Coloured by", options: options(outputs.filter(isNumber)) }],

  held: () => [],

  load: (subject, _, __, signal) =>
    get(`sweeps/${subject.id}/results.json`, { columns: ["index", ...scalars(subject).map(one => one.name)].join(","), sample: LINES, status: "done" }, signal),

  isEmpty: data => data.length === 0,

  draw(data, subject, { output }) {
    const axes = scalars(subject);
    const at = axes.findIndex(one => one.name === output);
    const rows = data.map(row => axes.map(one => row[one.name])).filter(row => row.every(one => typeof one === "number"));
    const coloured = rows.map(row => row[at]);
    const low = Math.min(...coloured);
    const high = Math.max(...coloured);
    return {
      option: look => ({
        parallel: { left: 50, right: 150, top: 44, bottom: 24, parallelAxisDefault: { nameTextStyle: { color: look.text, fontWeight: 600 }, nameTruncate: { maxWidth: 150 } } },
        parallelAxis: axes.map((one, dim) => ({
          dim, name: named(one), type: "value", scale: true, min: "dataMin", max: "dataMax", axisLabel: { color: look.muted, formatter: text => value(text, 3) },
          axisLine: { lineStyle: { color: look.muted } }, areaSelectStyle: { color: look.accent, borderColor: look.accent, opacity: 0.25, width: 18 },
        })),
        visualMap: {
          min: low, max: high > low ? high : low + 1, dimension: at, right: 4, top: "middle", itemHeight: 220, itemWidth: 14, text: [output, ""],
          precision: 20, formatter: one => value(one, 3), calculable: true, textStyle: { color: look.muted }, inRange: { color: SCALE },
        },
        series: [{ type: "parallel", data: rows, lineStyle: { width: 1.2, opacity: 0.45 }, inactiveOpacity: 0.03, activeOpacity: 0.8, smooth: false }],
      }),
      label: `Parallel coordinates of ${axes.map(one => one.name).join(", ")}`,
      note: `${rows.length.toLocaleString()} points, evenly spaced. Drag along an axis to choose; click it to choose all again.`,
      table: { head: axes.map(named), rows: rows.map(row => row.map(one => value(one))) },
      brushed: indices => `${indices.length.toLocaleString()} of ${rows.length.toLocaleString()} points chosen`,
    };
  },
};
