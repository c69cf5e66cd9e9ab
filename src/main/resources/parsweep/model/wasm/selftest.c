/*
 * What the service computes before it trusts the just-in-time compiler with modules: see SelfTest.java. Calls the C
 * library of wasi-libc, that of musl (MIT licence), so that it contains what compilers of C make of exp and its siblings.
 *
 * clang --target=wasm32-wasi -O2 -nostartfiles -Wl,--no-entry,--strip-all -o selftest.wasm selftest.c -lm
 */
double exp(double), log(double), sin(double), pow(double, double);

/* 1000.5000833332927 of 3,000,000 terms: all beyond 745,133 are 0. */
__attribute__((export_name("sum"))) double sum(int n) {
  double s = 0;
  for (int i = 0; i < n; i++) s += exp(-1e-3 * i);
  return s;
}

__attribute__((export_name("exp"))) double exponential(double x) { return exp(x); }
__attribute__((export_name("log"))) double logarithm(double x) { return log(x); }
__attribute__((export_name("sin"))) double sine(double x) { return sin(x); }
__attribute__((export_name("cube"))) double cube(double x) { return pow(x, 3); }
