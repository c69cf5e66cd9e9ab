/*
 * A driven, damped pendulum by the classical Runge-Kutta method, as a model for Parsweep.
 *
 * clang --target=wasm32 -O2 -nostdlib -mbulk-memory -Wl,--no-entry,--allow-undefined,--export-dynamic,--strip-all \
 *     -o pendulum.wasm pendulum.c
 *
 * Every function that is exported takes the parameters of pendulum.yaml, in their order, or none.
 */
#define EXPORT __attribute__((visibility("default")))
#define MAX_STEPS 100000 /* and so in pendulum.yaml */

double sin(double), cos(double); /* from the service: import env.sin */

EXPORT double angle[MAX_STEPS]; /* the output of this name: an array in memory */
static double peak, energy;

static double acceleration(double t, double x, double v, double damping, double drive) {
  return -sin(x) - damping * v + drive * cos(2.0 / 3.0 * t);
}

/* Called first. */
EXPORT void run(double damping, double drive, int steps) {
  const double h = 0.01;
  double x = 0.2, v = 0, t = 0;
  peak = 0;
  for (int i = 0; i < steps; i++, t = i * h) {
    double k1 = v, l1 = acceleration(t, x, v, damping, drive);
    double k2 = v + h / 2 * l1, l2 = acceleration(t + h / 2, x + h / 2 * k1, v + h / 2 * l1, damping, drive);
    double k3 = v + h / 2 * l2, l3 = acceleration(t + h / 2, x + h / 2 * k2, v + h / 2 * l2, damping, drive);
    double k4 = v + h * l3, l4 = acceleration(t + h, x + h * k3, v + h * l3, damping, drive);
    x += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    v += h / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
    angle[i] = x;
    peak = x > peak ? x : -x > peak ? -x : peak;
  }
  energy = v * v / 2 + 1 - cos(x);
}

/* The single outputs. */
EXPORT double amplitude(void) { return peak; }
EXPORT double finalEnergy(void) { return energy; }
