/** What can be swept. */

import { get, post } from "../core/api.js";
import { fill, h, newId } from "../core/dom.js";
import { plural } from "../core/format.js";
import { link, title } from "../core/router.js";
import { bones, notice, problem } from "../parts/notices.js";

export function models(root, { signal }) {
  title("Models");
  const place = h("div", { class: "form" });
  fill(root, h("div", { class: "head" }, h("h1", {}, "Models"), h("a", { class: "button", href: "#/new?model=formula" }, "Sweep a formula")), place, uploadForm(() => load()));
  bones(place);
  const load = async () => {
    try {
      fill(place, show(await get("models", {}, signal)));
    } catch (failure) {
      if (failure.name !== "AbortError") fill(place, problem(failure, load));
    }
  };
  load();
}

function show(all) {
  const broken = all.filter(one => one.error);
  const sound = all.filter(one => !one.error);
  return [
    broken.length > 0 && h("section", { class: "panel" },
      h("div", { class: "group" }, h("h2", {}, `${plural(broken.length, "model")} cannot be used`)),
      broken.map(one => h("div", { class: "group" }, h("div", { class: "group-head" }, h("span", { class: "kind" }, "broken"), h("b", {}, one.name)),
        h("p", { class: "what" }, one.error)))),
    h("div", { class: "cards" }, sound.map(card)),
  ];
}

function card(model) {
  const formula = model.name === "formula";
  return h("article", { class: "panel card" },
    h("h2", {}, h("a", { href: link(`/models/${encodeURIComponent(model.name)}`) }, model.name)),
    h("p", {}, model.summary),
    h("p", { class: "help" }, formula ? "parameters and outputs are in the formulas"
      : `${plural(model.parameters.length, "parameter")} · ${plural(model.outputs.length, "output")}${model.version ? ` · version ${model.version}` : ""}`),
    h("div", {}, h("a", { class: "button small", href: link("/new", { model: model.name }), "aria-label": `Sweep ${model.name}` }, "Sweep it")));
}

/** A manifest and a module. */
function uploadForm(done) {
  const manifest = h("input", { type: "file", id: newId(), name: "manifest", required: true, accept: ".json,.yaml,.yml" });
  const module = h("input", { type: "file", id: newId(), name: "module", required: true, accept: ".wasm" });
  const answer = h("div");
  const send = h("button", { class: "primary" }, "Upload");
  return h("section", { class: "panel" }, h("form", {
    class: "body", onsubmit: async event => {
      event.preventDefault();
      send.disabled = true;
      try {
        const form = new FormData();
        const [text] = manifest.files;
        form.append("manifest", new Blob([text], { type: text.name.endsWith(".json") ? "application/json" : "application/yaml" }), text.name);
        form.append("module", module.files[0]);
        const made = await post("models", form);
        notice(`${made?.name ?? "The model"} can be swept now.`);
        fill(answer);
        event.target.reset();
        done();
      } catch (failure) {
        fill(answer, problem(failure));
      }
      send.disabled = false;
    },
  },
  h("h2", {}, "Upload a WebAssembly model"),
  h("p", { class: "muted" }, "A manifest that names its parameters and outputs, and a module that computes them. It runs without access to files or the network."),
  h("div", { class: "fields" },
    h("div", { class: "field" }, h("label", { for: manifest.id }, "Manifest (JSON or YAML)"), manifest),
    h("div", { class: "field" }, h("label", { for: module.id }, "Module (.wasm)"), module), send), answer));
}
