/** How a sweep runs: what all have in common. */

import { h } from "../core/dom.js";
import { input } from "./inputs.js";

export function policyForm(draft) {
  const number = (key, label, placeholder) => input(draft, [key], label, { placeholder, mode: "decimal" });
  return h("div", { class: "body" },
    h("h2", {}, "How it runs"),
    h("div", { class: "fields" }, number("replicates", "Replicates of each point", "1"), number("seed", "Seed of the random numbers", "0")),
    h("details", {}, h("summary", {}, "Limits and shares"),
      h("div", { class: "fields" },
        number("priority", "Priority, 0.01 to 100", "1"), number("maxParallelism", "Points at a time, at most", "no limit"),
        input(draft, ["pointTimeout"], "Time limit of a point", { text: true, placeholder: "none; 30s, 5m" }),
        number("maxRetries", "Further attempts at a point", "0"), number("maxFailures", "Stop at more failures than", "no limit"),
        input(draft, ["retention"], "Delete it after", { text: true, placeholder: "never; 30d" }))));
}
