package parsweep.model.formula;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parsweep.exec.Limits;
import parsweep.exec.Plan;
import parsweep.exec.PointPolicy;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Session;
import parsweep.outcome.Block;
import parsweep.space.Linspace;
import parsweep.space.NamedAxis;
import parsweep.space.ValueType;
import parsweep.space.Values;
import parsweep.space.Zip;

/**
 * Prints what a point costs as a formula and as the same thing written in Java with {@link Math}: as columns, and as a
 * worker runs it with all that belongs to a point, where the model in Java takes its points one by one. Run by hand; not a
 * test.
 */
final class FormulaBenchmark {
    private static final int POINTS = 1_000_000;
    private static final int ROUNDS = 8;

    private FormulaBenchmark() {}

    /** A formula by hand. */
    private interface ByHand {
        double of(double a, double b, double c);
    }

    /** The same over columns. */
    private interface Columns {
        void of(double[] a, double[] b, double[] c, double[] y);
    }

    /** The same declaration as the formula's, so that both are run in the same way; no record, whose hash takes time. */
    private static final class HandWritten implements Model {
        private final ModelDescription description;
        private final ByHand function;

        HandWritten(ModelDescription description, ByHand function) {
            this.description = description;
            this.function = function;
        }

        @Override
        public ModelDescription description() {
            return description;
        }

        @Override
        public Session open() {
            return (point, outputs) -> outputs.real(0, function.of(point.real(0), point.real(1), point.real(2)));
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                "Java %s (%s), %s %s, %d processors; ns per point, best of %d rounds%n",
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS);
        compare("a * b + c", (a, b, c) -> a * b + c, (a, b, c, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = a[i] * b[i] + c[i];
            }
        });
        compare("a * sin(b) + c^2", (a, b, c) -> a * Math.sin(b) + c * c, (a, b, c, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = a[i] * Math.sin(b[i]) + c[i] * c[i];
            }
        });
        compare("a * exp(-b) * cos(c)", (a, b, c) -> a * Math.exp(-b) * Math.cos(c), (a, b, c, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = a[i] * Math.exp(-b[i]) * Math.cos(c[i]);
            }
        });
        compare("a + b < c ? a^3 : sqrt(b)", (a, b, c) -> a + b < c ? Math.pow(a, 3) : Math.sqrt(b), (a, b, c, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = a[i] + b[i] < c[i] ? Math.pow(a[i], 3) : Math.sqrt(b[i]);
            }
        });
        compare(
                "4 * a * ((b / c)^12 - (b / c)^6)",
                (a, b, c) -> 4 * a * (Math.pow(b / c, 12) - Math.pow(b / c, 6)),
                (a, b, c, y) -> {
                    for (int i = 0; i < y.length; i++) {
                        y[i] = 4 * a[i] * (Math.pow(b[i] / c[i], 12) - Math.pow(b[i] / c[i], 6));
                    }
                });
        compare("a * b^c", (a, b, c) -> a * Math.pow(b, c), (a, b, c, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = a[i] * Math.pow(b[i], c[i]);
            }
        });
        compileTheLargest();
    }

    private static void compare(String formula, ByHand function, Columns columns) throws Exception {
        Model compiled = new FormulaModel(Map.of("y", formula));
        Model byHand = new HandWritten(compiled.description(), function);
        // The slots of the formula are in the order in which its names appear: a, b, c in all of them.
        Evaluator evaluator = Formula.parse(formula).compile(List.of("a", "b", "c"));
        double[][] rows = new double[3][512];
        double[] y = new double[512];
        double[] best = new double[4];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.min(best[0], alone(rows, y, () -> evaluator.evaluate(rows, 512, y)));
            best[1] = Math.min(best[1], alone(rows, y, () -> columns.of(rows[0], rows[1], rows[2], y)));
            best[2] = Math.min(best[2], worker(compiled));
            best[3] = Math.min(best[3], worker(byHand));
        }
        System.out.printf(
                "%-34s columns: formula %5.1f, Java %5.1f, ratio %4.2f; point of a worker: formula %5.0f, Java %5.0f, ratio %4.2f%n",
                formula, best[0], best[1], best[0] / best[1], best[2], best[3], best[2] / best[3]);
    }

    /** A million points, 512 at a time, in the time of this thread's processor. */
    private static double alone(double[][] rows, double[] y, Runnable compute) {
        for (int i = 0; i < 512; i++) {
            rows[0][i] = 1.1 + i * 1e-3;
            rows[1][i] = 1.2 + i * 2e-3;
            rows[2][i] = 1.3 + i * 3e-3;
        }
        double sum = 0;
        long start = cpuNanos();
        for (int i = 0; i < POINTS; i += 512) {
            compute.run();
            sum += y[i % 512];
        }
        double nanos = cpuNanos() - start;
        if (sum == 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return nanos / POINTS;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double worker(Model model) throws InterruptedException {
        Zip space = new Zip(List.of(axis("a", 2), axis("b", 3), axis("c", 4)));
        Values values = new Values(List.of(ValueType.REAL, ValueType.REAL, ValueType.REAL));
        Plan plan = new Plan(model, space, values, 1, 0, PointPolicy.ONCE);
        try (WorkerPool pool = new WorkerPool(1, Limits.DEFAULT)) {
            long start = System.nanoTime();
            long done = 0;
            while (done < POINTS) {
                Optional<Block> block = pool.compute(plan, done, POINTS, new StopSignal());
                done += block.orElseThrow().count();
            }
            return (System.nanoTime() - start) / (double) POINTS;
        }
    }

    private static NamedAxis axis(String name, double stop) {
        return new NamedAxis(name, new Linspace(1, stop, POINTS));
    }

    private static void compileTheLargest() {
        String formula = "sin(a)+b*".repeat(1100) + "c";
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            texts.put("y" + i, formula);
        }
        for (int round = 0; round < 4; round++) {
            long start = System.nanoTime();
            new FormulaModel(texts);
            System.out.printf(
                    "%d formulas of %d characters: parsed and compiled in %.0f ms%n",
                    texts.size(), formula.length(), (System.nanoTime() - start) * 1e-6);
        }
    }
}
