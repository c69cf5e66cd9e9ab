/** What this service offers, by its own documentation: not every one has everything. */

import { aside } from "./api.js";

let known;

/** The OpenAPI document; asked for once. */
export function documentation() {
  known ??= aside("v3/api-docs").then(document => {
    if (!document?.paths) known = undefined;
    return document;
  });
  return known;
}

/** Whether there is such an operation, say ("/api/v1/models", "post"). */
export async function offers(path, method = "get") {
  return Boolean((await documentation())?.paths?.[path]?.[method]);
}
