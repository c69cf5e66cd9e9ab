import { start } from "./core/router.js";
import { theme } from "./core/theme.js";
import { sweeps } from "./views/sweeps.js";
import { sweep } from "./views/sweep.js";
import { newSweep } from "./views/new-sweep.js";
import { models } from "./views/models.js";
import { model } from "./views/model.js";
import { system } from "./views/system.js";

// The policy of this page lets no string become HTML. Libraries may still empty an element.
window.trustedTypes?.createPolicy("default", {
  createHTML: text => {
    if (text !== "") throw new TypeError("this page makes no HTML out of strings");
    return text;
  },
});

theme(document.getElementById("theme"));
start(document.getElementById("main"), [
  { path: /^\/sweeps$/, nav: "sweeps", view: sweeps },
  { path: /^\/sweeps\/(\d+)$/, nav: "sweeps", view: sweep },
  { path: /^\/new$/, nav: "new", view: newSweep },
  { path: /^\/models$/, nav: "models", view: models },
  { path: /^\/models\/([^/]+)$/, nav: "models", view: model },
  { path: /^\/system$/, nav: "system", view: system },
]);
