/** Light or dark: as the system says, unless the reader says otherwise. */

const KEY = "parsweep-theme";
const CHOICES = ["auto", "light", "dark"];
const system = matchMedia("(prefers-color-scheme: dark)");

/** Told on document when colours have changed. */
export const CHANGED = "themechange";

export function theme(button) {
  let choice = CHOICES.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : "auto";
  const apply = () => {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    button.textContent = `Theme: ${choice}`;
    document.dispatchEvent(new Event(CHANGED));
  };
  button.addEventListener("click", () => {
    choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
    localStorage.setItem(KEY, choice);
    apply();
  });
  system.addEventListener("change", () => document.dispatchEvent(new Event(CHANGED)));
  apply();
}

/** A colour of the style sheet as it is now, say rgb(1, 2, 3), for what draws by itself. */
export function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
