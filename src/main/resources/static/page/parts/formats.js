/** The formats that results can be had in, asked of the service's own documentation. */

import { documentation } from "../core/offers.js";

const WHAT = {
  csv: "a table, for everything", json: "a list of objects", ndjson: "an object per line",
  npy: "NumPy array", npz: "NumPy, all columns", arrow: "Arrow, for pandas, Polars and R", parquet: "Parquet, for pandas, DuckDB and Spark",
  xlsx: "Excel", nc: "NetCDF, for xarray", h5: "HDF5",
};

/** Formats that hold one column. */
const EACH = ["npy"];

/** The formats, each { extension, what, each }. */
export async function formats() {
  const operation = (await documentation())?.paths?.["/api/v1/sweeps/{id}/results.{format}"]?.get;
  const parameter = operation?.parameters?.find(one => one.name === "format");
  const extensions = parameter?.schema?.enum ?? ["csv", "json", "ndjson", "npy", "npz"];
  return extensions.map(extension => ({ extension, what: WHAT[extension] ?? "", each: EACH.includes(extension) }));
}
