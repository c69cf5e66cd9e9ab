/** Numbers, times and sizes as people write them, in the reader's language and zone. */

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const three = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const ago = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

export const NONE = "–";

export function count(n) {
  return whole.format(n);
}

const PREFIXES = ["", "k", "M", "G", "T"];

/** 1,234 or 12.3 M: for where there is little room. */
export function shortCount(n) {
  let prefix = 0;
  for (let size = Math.abs(n); size >= 99_999.5 || (prefix > 0 && size >= 999.5); size /= 1000) {
    if (prefix === PREFIXES.length - 1) break;
    prefix++;
  }
  if (prefix === 0) return Number.isInteger(n) ? whole.format(n) : three.format(n);
  return `${three.format(n / 1000 ** prefix)} ${PREFIXES[prefix]}`;
}

const formats = new Map();

function significant(digits) {
  if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat(undefined, { maximumSignificantDigits: digits }));
  return formats.get(digits);
}

/** A value of a parameter or an output: digits that matter, never twenty of them. */
export function value(v, digits = 6) {
  if (v === null || v === undefined) return NONE;
  if (typeof v !== "number") return String(v);
  if (!Number.isFinite(v) || v === 0) return String(v);
  const size = Math.abs(v);
  if (Number.isInteger(v) && size < 1e15) return whole.format(v);
  if (size >= 1000 && size < 1e9) return significant(digits).format(v);
  if (size >= 1e-4 && size < 1e9) return String(Number(v.toPrecision(digits)));
  return v.toExponential(digits - 1).replace(/\.?0+e/, "e");
}

export function withUnit(text, unit) {
  return unit ? `${text} ${unitText(unit)}` : text;
}

const SUPERSCRIPTS = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

/** nm^2 and m^-3 with raised exponents. */
export function unitText(unit) {
  return unit.replace(/\^(-?\d+)/g, (_, exponent) => [...exponent].map(one => SUPERSCRIPTS[one]).join(""));
}

export function plural(n, one, many = `${one}s`) {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export function percent(fraction) {
  if (fraction > 0.999 && fraction < 1) return "99.9%";
  return `${Number((100 * fraction).toFixed(fraction < 0.1 ? 1 : 0))}%`;
}

const UNITS = [[86400, "day", "days"], [3600, "h", "h"], [60, "min", "min"]];

/** 0.4 s, 12 s, 3 min 20 s, 5 h 2 min, 3 days 4 h. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return NONE;
  if (seconds === 0) return "0 s";
  if (seconds < 1e-3) return `${three.format(seconds * 1e6)} µs`;
  if (seconds < 0.1) return `${three.format(seconds * 1e3)} ms`;
  if (seconds < 9.95) return `${Number(seconds.toFixed(seconds < 1 ? 2 : 1))} s`;
  const all = Math.round(seconds);
  if (all < 60) return `${all} s`;
  if (all > 86400 * 365 * 2) return `${shortCount(Math.round(all / (86400 * 365.25)))} years`;
  const at = UNITS.findIndex(([size]) => all >= size);
  const [size, one, many] = UNITS[at];
  const first = Math.floor(all / size);
  const [nextSize, nextOne, nextMany] = UNITS[at + 1] ?? [1, "s", "s"];
  const second = Math.floor((all % size) / nextSize);
  const text = `${count(first)} ${first === 1 ? one : many}`;
  return second ? `${text} ${second} ${second === 1 ? nextOne : nextMany}` : text;
}

const BYTES = ["B", "KB", "MB", "GB", "TB", "PB"];

/** As the configuration of the service has it: 1 KB is 1024 B. */
export function bytes(n) {
  let unit = 0;
  while (n >= 999.5 && unit < BYTES.length - 1) {
    n /= 1024;
    unit++;
  }
  return `${unit === 0 ? n : three.format(n)} ${BYTES[unit]}`;
}

export function rate(perSecond) {
  if (!perSecond) return NONE;
  if (perSecond >= 0.95) return `${shortCount(perSecond >= 100 ? Math.round(perSecond) : perSecond)}/s`;
  return perSecond * 60 >= 0.95 ? `${three.format(perSecond * 60)}/min` : `${three.format(perSecond * 3600)}/h`;
}

export function date(instant) {
  return instant ? moment.format(new Date(instant)) : NONE;
}

const AGES = [[60, "second", 1], [3600, "minute", 60], [86400, "hour", 3600], [86400 * 60, "day", 86400], [Infinity, "month", 86400 * 30.44]];

/** "just now", "3 minutes ago", "yesterday". */
export function age(instant, now = Date.now()) {
  const seconds = (now - new Date(instant)) / 1000;
  if (seconds < 10) return "just now";
  const [, unit, size] = AGES.find(([limit]) => seconds < limit);
  return ago.format(-Math.floor(seconds / size), unit);
}
