/** The formats that results can be had in. */

const WHAT = {
  csv: "a table, for everything", json: "a list of objects", ndjson: "an object per line",
  npy: "NumPy array", npz: "NumPy, all columns", arrows: "Arrow stream, for pandas, Polars and R", parquet: "Parquet, for pandas, DuckDB and Spark",
  xlsx: "Excel", nc: "NetCDF, for xarray",
};

/** Formats that hold one column. */
const EACH = ["npy"];

/** The formats that a sweep links to, each { extension, what, each }. */
export function formats({ links }) {
  return Object.values(links)
    .map(address => address.match(/\/results\.(\w+)$/)?.[1])
    .filter(Boolean)
    .map(extension => ({ extension, what: WHAT[extension] ?? "", each: EACH.includes(extension) }));
}
