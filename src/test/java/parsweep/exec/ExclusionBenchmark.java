package parsweep.exec;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parsweep.formula.Formula;
import parsweep.model.formula.FormulaModel;
import parsweep.outcome.OutcomeBuilder;
import parsweep.space.Arange;
import parsweep.space.Constrained;
import parsweep.space.Grid;
import parsweep.space.NamedAxis;
import parsweep.space.Space;
import parsweep.space.ValueType;
import parsweep.space.Values;

/**
 * Prints how many excluded points a session thread passes over in a second of its processor's time: grids of which a
 * constraint leaves one point in a thousand, as it runs blocks of them. Run by hand; not a test.
 */
final class ExclusionBenchmark {
    private static final int BLOCKS = 12;

    private ExclusionBenchmark() {}

    public static void main(String[] arguments) {
        System.out.printf(
                "Java %s, %d processors; best of %d blocks%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), BLOCKS);
        measure(2, "floor(a / 1000) == b and a > b");
        measure(3, "c == 7");
        measure(3, "c > 0.5 and c < 1.5 and a + b > 3");
        measure(3, "(a * 1000000 + b * 1000 + c) % 1000 == 7");
        measure(5, "a * b + c * d < f / 1000");
    }

    private static void measure(int axes, String where) {
        List<NamedAxis> grid = new ArrayList<>();
        List<ValueType> types = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            grid.add(new NamedAxis("abcdf".substring(i, i + 1), new Arange(0, 1, axes > 3 ? 100 : 1000)));
            types.add(ValueType.REAL);
        }
        Space space = new Constrained(new Grid(grid), Formula.parse(where));
        FormulaModel model =
                new FormulaModel(Map.of("y", "abcdf".substring(0, axes).replaceAll("(?<=.)(?=.)", "+")));
        Plan plan = new Plan(model, space, new Values(types), 1, 0, PointPolicy.ONCE);
        double best = 0;
        try (Sessions sessions = new Sessions()) {
            for (int i = 0; i < BLOCKS; i++) {
                OutcomeBuilder builder = new OutcomeBuilder(model.description().outputs(), Limits.DEFAULT.pointBytes());
                BlockRun run = new BlockRun(
                        plan, plan.size() / 3, plan.size(), null, Limits.DEFAULT, new StopSignal(), builder);
                long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                run.compute(sessions);
                long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
                best = Math.max(best, (builder.points() - builder.rows()) * 1e3 / nanos);
            }
        }
        System.out.printf("%d axes, %-42s %6.1f million excluded points a second%n", axes, where, best);
    }
}
