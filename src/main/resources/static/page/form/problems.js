/** Shows a problem beside the field that it names. */

import { h, newId } from "../core/dom.js";

/** Takes away what was shown before. */
export function clearProblem(form) {
  form.querySelectorAll("[aria-invalid]").forEach(field => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-errormessage");
  });
  form.querySelectorAll(".field > .error").forEach(message => message.remove());
}

/** @return whether there is such a field */
export function showProblem(form, problem) {
  clearProblem(form);
  const field = problem.path && closest([...form.querySelectorAll("[data-path]")], problem.path);
  if (!field) return false;
  const message = h("span", { class: "error", id: newId() }, sentence(problem));
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-errormessage", message.id);
  field.closest(".field").append(message);
  field.closest("details")?.setAttribute("open", "");
  return true;
}

function sentence({ message, path, value, expected }) {
  if (!expected) return message;
  return `${value === undefined || value === null || value === "" ? "" : `${value}: `}expected ${expected}`;
}

/** The field of this path, or of what it is in, or of the first thing in it. */
function closest(fields, path) {
  const isIn = (inner, outer) => inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
  const around = fields.filter(field => isIn(path, field.dataset.path)).sort((a, b) => b.dataset.path.length - a.dataset.path.length);
  return around[0] ?? fields.find(field => isIn(field.dataset.path, path));
}
