/** A form for a sweep, beside what it means: the points, the time, the JSON. Each follows the other. */

import { address, get, Problem } from "../core/api.js";
import { fill, h, newId } from "../core/dom.js";
import { go, link, title } from "../core/router.js";
import { later } from "../core/timer.js";
import { at, pretty } from "../form/draft.js";
import { formulaForm, parametersOf } from "../form/formulas.js";
import { choice, input } from "../form/inputs.js";
import { parameterForm } from "../form/parameters.js";
import { policyForm } from "../form/policy.js";
import { preview } from "../form/preview.js";
import { clearProblem, showProblem } from "../form/problems.js";
import { firstDefinition, keep, ofModel } from "../form/start.js";
import { curl, sweptNames } from "../parts/definition.js";
import { bones, copy, notice, problem } from "../parts/notices.js";

export function newSweep(root, { query, signal }) {
  title("New sweep");
  bones(root);
  load(root, query, signal);
}

async function load(root, query, signal) {
  try {
    const models = (await get("models", {}, signal)).filter(one => !one.error);
    const definition = await firstDefinition(query, models, signal);
    if (!signal.aborted) new Editor(root, models, definition, signal);
  } catch (failure) {
    if (failure.name !== "AbortError") fill(root, problem(failure, () => load(root, query, signal)));
  }
}

class Editor {
  constructor(root, models, definition, signal) {
    this.models = models;
    this.definition = definition;
    this.form = h("form", { class: "form", novalidate: true, onsubmit: event => {
      event.preventDefault();
      this.submit();
    } });
    this.preview = preview();
    this.json = h("textarea", { class: "json", id: newId(), spellcheck: "false", rows: 18, oninput: later(300, () => this.readJson()) });
    this.jsonError = h("span", { class: "error", role: "alert" });
    this.send = h("button", { class: "primary", type: "button", onclick: () => this.submit() }, "Submit");
    this.ask = later(350, () => this.check());
    this.asksForOthers = later(250, () => this.renewParameters());
    this.key = key();
    fill(root,
      h("div", { class: "head" }, h("h1", {}, "New sweep"), h("div", { class: "buttons" },
        h("button", { type: "button", onclick: () => this.clear() }, "Start over"), this.send)),
      h("div", { class: "workbench" }, this.form, h("div", { class: "side" }, this.preview.element, this.jsonPanel())));
    this.rebuilt();
  }

  jsonPanel() {
    return h("section", { class: "panel" }, h("div", { class: "body" },
      h("div", { class: "head" }, h("label", { for: this.json.id }, h("h2", {}, "As JSON")), h("div", { class: "buttons" },
        h("button", { type: "button", class: "quiet small", onclick: () => copy(curl(this.definition), "Command") }, "Copy as curl"),
        h("button", { type: "button", class: "quiet small", onclick: () => copy(this.address(), "Link") }, "Copy link"))),
      this.json, this.jsonError));
  }

  address() {
    return new URL(link("/new", { definition: JSON.stringify(this.definition) }), document.baseURI).href;
  }

  /** Something in the draft is another: of the fields that there are. */
  changed() {
    this.json.value = pretty(this.definition);
    this.jsonError.textContent = "";
    this.moved();
  }

  /** There are other fields now. The focus stays where it is, as far as that is still there. */
  rebuilt() {
    const focus = this.form.contains(document.activeElement) ? document.activeElement.dataset.path : null;
    this.build();
    if (focus) [...this.form.querySelectorAll("[data-path]")].find(one => one.dataset.path === focus)?.focus();
    this.changed();
  }

  build() {
    const { model } = this.definition;
    const isFormula = typeof model === "object" && model !== null;
    const described = this.models.find(one => one.name === (isFormula ? "formula" : model));
    const names = [...this.models].map(one => one.name);
    const select = choice(this, ["model"], "Model", [...(described ? [] : [{ value: "", label: "Choose a model" }]), ...names], described?.name ?? "", chosen => this.choose(chosen));
    select.classList.add("grow");
    this.parameters = h("section", { class: "panel" });
    if (described) fill(this.parameters, parameterForm(this, isFormula ? this.formulaParameters() : described.parameters));
    const name = input(this, ["name"], "Name", { text: true, placeholder: "for you to find it again" });
    name.classList.add("grow");
    fill(this.form,
      h("section", { class: "panel" }, h("div", { class: "body" }, h("div", { class: "fields" }, select, name),
        described && !isFormula && h("p", { class: "help" }, `${described.summary}. `, h("a", { href: link(`/models/${encodeURIComponent(described.name)}`) }, "More about it")))),
      isFormula && h("section", { class: "panel" }, formulaForm(this)),
      described && this.parameters,
      described && h("section", { class: "panel" }, policyForm(this)));
  }

  /** What the formulas ask for, and what the definition gives besides. */
  formulaParameters() {
    const asked = parametersOf(this.definition.model.formula);
    const given = [...sweptNames(this.definition.space), ...Object.keys(this.definition.fixed ?? {})];
    const extra = given.filter(name => !asked.some(one => one.name === name));
    return [...asked, ...extra.map(name => ({ name, unit: "", type: "real", description: "not used by any formula" }))];
  }

  /** Formulas are being written: the parameters that they ask for, without touching the fields that are written in. */
  renewParameters() {
    if (!this.definition.model?.formula) return;
    const wanted = this.formulaParameters();
    const shown = [...this.parameters.querySelectorAll("[data-parameter]")].map(one => one.dataset.parameter);
    if (wanted.map(one => one.name).join() !== shown.join()) fill(this.parameters, parameterForm(this, wanted));
  }

  choose(name) {
    const { replicates, seed, name: title } = this.definition;
    this.definition = { ...ofModel(this.models.find(one => one.name === name), title), replicates, seed };
    this.rebuilt();
  }

  clear() {
    this.definition = {};
    this.rebuilt();
  }

  readJson() {
    try {
      const read = JSON.parse(this.json.value);
      if (read === null || typeof read !== "object" || Array.isArray(read)) throw new SyntaxError("a definition is an object: { ... }");
      this.definition = read;
      this.jsonError.textContent = "";
      this.build();
      this.moved();
    } catch (failure) {
      this.jsonError.textContent = failure.message;
      this.preview.say("The JSON is not complete.");
      this.send.disabled = true;
    }
  }

  moved() {
    keep(Object.keys(this.definition).length ? this.definition : null);
    this.key = key();
    this.send.disabled = !this.definition.model;
    if (this.definition.model) this.ask();
    else {
      clearProblem(this.form);
      this.preview.say("Choose a model to begin.");
    }
  }

  async check() {
    if (!this.definition.model) return;
    const found = await this.preview.ask(this.definition);
    if (found === null) clearProblem(this.form);
    else if (found) showProblem(this.form, found);
  }

  async submit() {
    if (!at(this, ["definition", "model"])) return;
    this.send.disabled = true;
    try {
      // The same key for the same definition: pressed twice, or sent again, it is one sweep.
      const response = await fetch(address("sweeps"), {
        method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": this.key }, body: JSON.stringify(this.definition),
      });
      const answer = await response.json();
      if (!response.ok) throw new Problem(response.status, answer);
      keep(null);
      go(`/sweeps/${answer.id}`);
    } catch (failure) {
      if (!(failure instanceof Problem && showProblem(this.form, failure))) notice(failure.message, "bad");
      else this.form.querySelector("[aria-invalid]")?.focus();
      this.send.disabled = false;
    }
  }
}

function key() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map(part => part.toString(16)).join("-");
}
