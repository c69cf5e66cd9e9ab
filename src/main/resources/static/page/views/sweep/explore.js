/** The results as plots. Which one, and of what, stands in the address. */

import { fill, h, newId, say } from "../../core/dom.js";
import { here, link, setQuery } from "../../core/router.js";
import { field, select } from "../../parts/fields.js";
import { held } from "../../parts/held.js";
import { finished, isOver } from "../../parts/state.js";
import { chart } from "../../plots/chart.js";
import { heatMap } from "../../plots/heat-map.js";
import { histogram } from "../../plots/histogram.js";
import { lines } from "../../plots/lines.js";
import { parallel } from "../../plots/parallel.js";
import { scatter } from "../../plots/scatter.js";
import { sensitivity } from "../../plots/sensitivity.js";

const PLOTS = [heatMap, lines, scatter, histogram, parallel, sensitivity];
const REFRESH = 2000;
const TABLE_ROWS = 1000;

export function explore(place, subject, signal) {
  const plot = PLOTS.find(one => one.key === here().query.plot) ?? PLOTS.find(one => one.fits(subject)) ?? heatMap;
  const choices = h("nav", { class: "choices", "aria-label": "Kind of plot" }, PLOTS.map(one => h("a", {
    href: link(`/sweeps/${subject.id}`, { plot: one.key }), "aria-current": one === plot ? "true" : null,
  }, one.word)));
  const body = h("div", { class: "body" });
  fill(place, h("section", { class: "panel", "aria-label": "Plot" }, h("div", { class: "body" }, choices), body));
  if (!plot.fits(subject)) fill(body, h("div", { class: "empty" }, h("p", {}, plot.unfit)));
  else new Frame(body, subject, plot, signal);
}

/** Controls, drawing, note and table of one plot; asks again while the sweep runs. */
class Frame {
  constructor(body, subject, plot, signal) {
    Object.assign(this, { subject, plot, signal });
    this.controls = h("div", { class: "plot-controls" });
    this.slices = h("div", { class: "plot-controls" });
    this.canvas = h("div", { class: "canvas", role: "img", "aria-label": plot.word });
    this.over = h("div", { class: "over", "aria-busy": "true" }, "Loading");
    this.note = h("p", { class: "plot-note", id: newId() });
    this.rows = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The plot as a table" });
    this.details = h("details", { ontoggle: () => this.showTable() }, h("summary", {}, "As a table"), this.rows);
    this.asking = new AbortController();
    signal.addEventListener("abort", () => this.asking.abort());
    fill(body, this.controls, this.slices, h("figure", { class: `plot ${plot.key}` }, this.canvas, this.over), this.note, this.details);
    this.showControls();
    this.load(false);
    this.finished = this.points();
    subject.watchers.add(status => this.watch(status));
  }

  points() {
    return finished(this.subject.status);
  }

  /** What a control is set to, by the address or as the first of its options. */
  setting(key, fallback) {
    const control = this.settings?.find(one => one.key === key);
    const wanted = here().query[key];
    if (!control) return wanted ?? fallback;
    const values = control.options.map(one => String(one.value ?? one));
    return values.includes(wanted) ? wanted : values[0];
  }

  showControls() {
    this.settings = this.plot.controls(this.subject, (key, fallback) => this.setting(key, fallback)).filter(Boolean);
    fill(this.controls, this.settings.map(control =>
      field(control.label, select(control.options, this.setting(control.key), value => this.change(control.key, value)))));
  }

  change(key, value) {
    setQuery({ [key]: value });
    const at = [...this.controls.querySelectorAll("select")].indexOf(document.activeElement);
    this.showControls(); // what one offers may depend on another
    if (at >= 0) this.controls.querySelectorAll("select")[at]?.focus();
    this.load(false);
  }

  chosen() {
    return Object.fromEntries(this.settings.map(control => [control.key, this.setting(control.key)]));
  }

  /** @param more whether nothing but the number of points is another */
  async load(more) {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.busy = true;
    try {
      const chosen = this.chosen();
      const others = this.plot.held(this.subject, chosen);
      const conditions = await held(this.slices, this.subject, others, key => here().query[key], (key, value) => this.change(key, value), signal);
      const data = await this.plot.load(this.subject, chosen, conditions.filter(Boolean).map(one => `(${one})`).join(" and "), signal);
      this.drawing ??= await chart(this.canvas, this.signal);
      if (!signal.aborted) this.draw(data, chosen, more);
    } catch (failure) {
      if (failure.name !== "AbortError") this.cover(failure.message, true);
    }
    if (!signal.aborted) this.busy = false;
  }

  draw(data, chosen, more) {
    if (this.plot.isEmpty(data)) {
      this.cover(isOver(this.subject.status) ? "There are no results for this." : "The first results will appear here.");
      return;
    }
    const drawn = this.plot.draw(data, this.subject, chosen);
    this.over.hidden = true;
    this.over.removeAttribute("aria-busy");
    this.drawing.draw(drawn.option, more);
    this.canvas.setAttribute("aria-label", drawn.label);
    say(this.note, drawn.note);
    this.table = drawn.table;
    this.showTable();
    if (drawn.brushed) this.drawing.brush ??= this.listen();
    this.brushed = drawn.brushed;
  }

  listen() {
    this.drawing.on("axisareaselected", () => {
      const series = this.drawing.instance.getModel().getSeriesByIndex(0);
      say(this.note, this.brushed(series.getRawIndicesByActiveState("active")));
    });
    return true;
  }

  cover(text, bad = false) {
    this.over.hidden = false;
    this.over.removeAttribute("aria-busy");
    fill(this.over, h("p", { role: bad ? "alert" : null }, text), bad && h("button", { type: "button", onclick: () => this.load(false) }, "Try again"));
    say(this.note, "");
  }

  showTable() {
    if (!this.details.open || !this.table) return;
    const { head, rows } = this.table;
    fill(this.rows,
      h("table", { class: "compact" },
        h("thead", {}, h("tr", {}, head.map(text => h("th", { scope: "col" }, text)))),
        h("tbody", {}, rows.slice(0, TABLE_ROWS).map(row => h("tr", {}, row.map(cell => h("td", {}, cell)))))),
      rows.length > TABLE_ROWS && h("p", { class: "help" }, `The first ${TABLE_ROWS} of ${rows.length} rows.`));
  }

  /** Draws again when there are new points: at most every other second, and never two at a time. */
  watch() {
    if (this.points() === this.finished || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.signal.aborted) return;
      if (this.busy) return this.watch();
      this.finished = this.points();
      this.load(true);
    }, isOver(this.subject.status) ? 50 : REFRESH);
  }
}
