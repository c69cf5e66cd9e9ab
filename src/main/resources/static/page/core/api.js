/** The public REST API, which is all that this page uses. */

const BASE = new URL("api/v1/", document.baseURI);

/** A problem as the service tells it (RFC 9457); status 0 if the service did not answer. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? `the service answered ${status}`);
    this.status = status;
    this.path = body.path;
    this.value = body.value;
    this.expected = body.expected;
  }
}

/** The address of something, with those parameters that are not empty. */
export function address(path, parameters = {}) {
  const url = new URL(path, BASE);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") url.searchParams.set(name, value);
  }
  return url.href;
}

async function request(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Problem(0, { detail: "The service does not answer." });
  }
  const text = await response.text();
  if (!response.ok) throw new Problem(response.status, parsed(text));
  return text === "" ? null : JSON.parse(text);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export function get(path, parameters, signal) {
  return request(address(path, parameters), { signal, headers: { Accept: "application/json" } });
}

/** Sends JSON, or a text that is JSON already, or a form. */
export function post(path, body, parameters, signal) {
  if (body instanceof FormData) return request(address(path, parameters), { method: "POST", body, signal });
  return request(address(path, parameters), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body ?? {}),
    signal,
  });
}

export function remove(path) {
  return request(address(path), { method: "DELETE" });
}

/** Something of the service that is not under /api/v1, such as its health; null if it cannot be had. */
export async function aside(path, signal) {
  try {
    const response = await fetch(new URL(path, document.baseURI), { signal });
    return parsed(await response.text());
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    return null;
  }
}

/**
 * Server-sent events until the signal says stop. The browser connects again by itself; `lost` and `found` tell when the
 * connection goes and comes.
 */
export function listen(path, parameters, handlers, signal, { lost = () => {}, found = () => {} } = {}) {
  if (signal.aborted) return;
  const source = new EventSource(address(path, parameters));
  const stop = () => source.close();
  signal.addEventListener("abort", stop, { once: true });
  source.onopen = found;
  source.onerror = () => {
    lost();
    if (source.readyState === EventSource.CLOSED && !signal.aborted) {
      // Refused, say since too many streams are open: the browser gives up, we do not.
      setTimeout(() => listen(path, parameters, handlers, signal, { lost, found }), 5000);
    }
  };
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, event => handle(JSON.parse(event.data), stop));
  }
}
