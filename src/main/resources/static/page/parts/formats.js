/** The formats that results can be had in, asked of the service's own documentation. */

import { aside } from "../core/api.js";

const WHAT = {
  csv: "a table, for everything", json: "a list of objects", ndjson: "an object per line",
  npy: "NumPy array", npz: "NumPy, all columns", arrow: "Arrow, for pandas, Polars and R", parquet: "Parquet, for pandas, DuckDB and Spark",
  xlsx: "Excel", nc: "NetCDF, for xarray", h5: "HDF5",
};

/** Formats that hold one column. */
const EACH = ["npy"];

let known;

/** @return the formats, each { extension, what, each } */
export function formats(signal) {
  known ??= aside("v3/api-docs", signal).then(read).catch(failure => {
    known = undefined;
    throw failure;
  });
  return known;
}

function read(document) {
  const operation = document?.paths?.["/api/v1/sweeps/{id}/results.{format}"]?.get;
  const parameter = operation?.parameters?.find(one => one.name === "format");
  const extensions = parameter?.schema?.enum ?? ["csv", "json", "ndjson", "npy", "npz"];
  return extensions.map(extension => ({ extension, what: WHAT[extension] ?? "", each: EACH.includes(extension) }));
}
