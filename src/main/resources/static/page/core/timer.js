/** Calls at last, once nothing has come for a while. */
export function later(milliseconds, call) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...values), milliseconds);
  };
}

/** Calls again and again until the signal says stop. */
export function every(milliseconds, call, signal) {
  const timer = setInterval(call, milliseconds);
  signal.addEventListener("abort", () => clearInterval(timer));
}
