package parsweep.model.formula;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import parsweep.exec.Limits;
import parsweep.exec.Plan;
import parsweep.exec.PointPolicy;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Outputs;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.outcome.Block;
import parsweep.space.Linspace;
import parsweep.space.NamedAxis;
import parsweep.space.ValueType;
import parsweep.space.Values;
import parsweep.space.Zip;

/**
 * Prints what a point costs as a formula and as the same thing written in Java with {@link Math}: a session's call by
 * itself, and as a worker runs it with all that belongs to a point. Run by hand; not a test.
 */
final class FormulaBenchmark {
    private static final int POINTS = 1_000_000;
    private static final int ROUNDS = 8;

    private FormulaBenchmark() {}

    /** A formula by hand. */
    private interface ByHand {
        double of(double a, double b, double c);
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

    /** A point and its outputs, without a worker. */
    private static final class Bare implements Point, Outputs {
        private final double[] values = new double[3];
        private double sum;

        @Override
        public double real(int slot) {
            return values[slot];
        }

        @Override
        public void real(int slot, double value) {
            sum += value;
        }

        @Override
        public long integer(int slot) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String text(int slot) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean flag(int slot) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UniformRandomProvider random() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long index() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long sweepSeed() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long seed() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkCancelled() {}

        @Override
        public void integer(int slot, long value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void text(int slot, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void flag(int slot, boolean value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void array(int slot, double[] values, int length) {
            throw new UnsupportedOperationException();
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
        compare("a * b + c", (a, b, c) -> a * b + c);
        compare("a * sin(b) + c^2", (a, b, c) -> a * Math.sin(b) + c * c);
        compare("a * exp(-b) * cos(c)", (a, b, c) -> a * Math.exp(-b) * Math.cos(c));
        compare("a + b < c ? a^3 : sqrt(b)", (a, b, c) -> a + b < c ? Math.pow(a, 3) : Math.sqrt(b));
        compare("4 * a * ((b / c)^12 - (b / c)^6)", (a, b, c) -> 4 * a * (Math.pow(b / c, 12) - Math.pow(b / c, 6)));
        compare("a * b^c", (a, b, c) -> a * Math.pow(b, c));
        compileTheLargest();
    }

    private static void compare(String formula, ByHand function) throws Exception {
        Model compiled = new FormulaModel(Map.of("y", formula));
        Model byHand = new HandWritten(compiled.description(), function);
        double[] best = new double[4];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.min(best[0], alone(compiled));
            best[1] = Math.min(best[1], alone(byHand));
            best[2] = Math.min(best[2], worker(compiled));
            best[3] = Math.min(best[3], worker(byHand));
        }
        System.out.printf(
                "%-34s call: formula %5.1f, Java %5.1f, ratio %4.2f; point of a worker: formula %5.0f, Java %5.0f, ratio %4.2f%n",
                formula, best[0], best[1], best[0] / best[1], best[2], best[3], best[2] / best[3]);
    }

    private static double alone(Model model) throws Exception {
        try (Session session = model.open()) {
            Bare bare = new Bare();
            long start = System.nanoTime();
            for (int i = 0; i < POINTS; i++) {
                bare.values[0] = 1 + i * 1e-6;
                bare.values[1] = 1 + i * 2e-6;
                bare.values[2] = 1 + i * 3e-6;
                session.run(bare, bare);
            }
            double nanos = System.nanoTime() - start;
            if (bare.sum == 0) {
                throw new IllegalStateException("nothing was computed");
            }
            return nanos / POINTS;
        }
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
