/*
 * What WebAssemblyBenchmark measures: arithmetic, memory, and functions of mathematics.
 *
 * clang --target=wasm32 -O3 -nostdlib -mbulk-memory -Wl,--no-entry,--allow-undefined,--strip-all -o kernels.wasm kernels.c
 * gcc -O3 -DNATIVE -o kernels kernels.c -lm
 */
#ifdef NATIVE
#define EXPORT(name)
#include <math.h>
#else
#define EXPORT(name) __attribute__((export_name(#name)))
double sin(double), cos(double);
#endif

/* The Lorenz system by the classical Runge-Kutta method. */
EXPORT(lorenz) double lorenz(double rho, int steps) {
  const double h = 0.001, s = 10, b = 8.0 / 3;
  double x = 1, y = 1, z = 1;
  for (int i = 0; i < steps; i++) {
    double kx = s * (y - x), ky = x * (rho - z) - y, kz = x * y - b * z;
    double ax = x + h / 2 * kx, ay = y + h / 2 * ky, az = z + h / 2 * kz;
    double lx = s * (ay - ax), ly = ax * (rho - az) - ay, lz = ax * ay - b * az;
    ax = x + h / 2 * lx, ay = y + h / 2 * ly, az = z + h / 2 * lz;
    double mx = s * (ay - ax), my = ax * (rho - az) - ay, mz = ax * ay - b * az;
    ax = x + h * mx, ay = y + h * my, az = z + h * mz;
    double nx = s * (ay - ax), ny = ax * (rho - az) - ay, nz = ax * ay - b * az;
    x += h / 6 * (kx + 2 * lx + 2 * mx + nx);
    y += h / 6 * (ky + 2 * ly + 2 * my + ny);
    z += h / 6 * (kz + 2 * lz + 2 * mz + nz);
  }
  return x + y + z;
}

#define CELLS 4096
static double field[2][CELLS];

/* The equation of heat on 4,096 cells, explicitly. */
EXPORT(heat) double heat(double r, int steps) {
  for (int i = 0; i < CELLS; i++) field[0][i] = i == CELLS / 2;
  for (int t = 0; t < steps; t++) {
    const double *u = field[t & 1];
    double *v = field[~t & 1];
    v[0] = v[CELLS - 1] = 0;
    for (int i = 1; i < CELLS - 1; i++) v[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1]);
  }
  return field[steps & 1][CELLS / 2];
}

/* A sum of sines and cosines. */
EXPORT(waves) double waves(double k, int steps) {
  double sum = 0;
  for (int i = 0; i < steps; i++) sum += sin(k * i) * cos(0.5 * k * i);
  return sum;
}

#ifdef NATIVE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* Arguments: kernel, parameter, steps, rounds. Prints the shortest time in nanoseconds, and the value. */
int main(int argc, char **argv) {
  double (*kernel)(double, int) = argv[1][0] == 'l' ? lorenz : argv[1][0] == 'h' ? heat : waves;
  double best = 1e9, value = 0;
  for (int i = 0; i < atoi(argv[4]); i++) {
    double started = seconds();
    value = kernel(atof(argv[2]), atoi(argv[3]));
    double took = seconds() - started;
    best = took < best ? took : best;
  }
  printf("%.0f %.17g\n", best * 1e9, value);
  return 0;
}
#endif
