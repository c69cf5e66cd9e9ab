/** Parallel coordinates: a line per point through all its values. Drag along an axis to choose some. */

import { get } from "../core/api.js";
import { colours } from "./chart.js";
import { isNumber, named, options, value } from "./data.js";

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
      option: look => {
        const { title, visualMap } = colours(output, at, low, high, look);
        return {
          title, visualMap,
          parallel: look.narrow ? { layout: "vertical", left: 18, right: 22, top: 58, bottom: 84 } : { left: 80, right: 150, top: 50, bottom: 44 },
          parallelAxis: axes.map((one, dim) => ({
            dim, name: named(one), type: "value", scale: true, min: "dataMin", max: "dataMax", ...nameOf(dim, axes.length, look),
            axisLabel: { color: look.text, formatter: text => value(text, 3), textBorderColor: look.surface, textBorderWidth: 3, hideOverlap: true },
            axisLine: { lineStyle: { color: look.muted } }, areaSelectStyle: { color: look.accent, borderColor: look.accent, opacity: 0.25, width: 18 },
          })),
          series: [{ type: "parallel", data: rows, lineStyle: { width: 1.2, opacity: 0.45 }, inactiveOpacity: 0.03, activeOpacity: 0.8, smooth: false }],
        };
      },
      label: `Parallel coordinates of ${axes.map(one => one.name).join(", ")}`,
      note: `${rows.length.toLocaleString()} points, evenly spaced. Drag along an axis to choose; click it to choose all again.`,
      table: { head: axes.map(named), rows: rows.map(row => row.map(one => value(one))) },
      brushed: indices => `${indices.length.toLocaleString()} of ${rows.length.toLocaleString()} points chosen`,
    };
  },
};

/** Above an axis that lies; above and below in turn where they stand, for twice the room. */
function nameOf(dim, count, { width, narrow, text, surface }) {
  const nameTextStyle = { color: text, fontWeight: 600, textBorderColor: surface, textBorderWidth: 3 };
  if (narrow) return { nameLocation: "end", nameGap: 0, nameTextStyle: { ...nameTextStyle, align: "right", verticalAlign: "bottom", padding: [0, 0, 5, 0] }, splitNumber: 4 };
  return { nameLocation: dim % 2 === 0 ? "end" : "start", nameTextStyle, nameTruncate: { maxWidth: (2 * (width - 230)) / Math.max(2, count - 1) - 12 } };
}
