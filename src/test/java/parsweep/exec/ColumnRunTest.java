package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.formula.Formula;
import parsweep.model.ColumnSession;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.outcome.Block;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Outcomes;
import parsweep.space.Constrained;
import parsweep.space.Derivation;
import parsweep.space.Derived;
import parsweep.space.Space;
import parsweep.space.ValueType;
import parsweep.space.Values;

/** Points that are computed as columns, beside the same points one by one. */
@Timeout(60)
class ColumnRunTest {
    private static final int SIZE = 2000;

    /** What the model does with points before it gives ten times x, or NaN. */
    private interface Before {
        void points(int count, long first) throws ModelException, InterruptedException;
    }

    /** Fails at every 700th point, is not finite at every 300th; notes how many points it is given at a time. */
    private static final class TenTimes implements Model {
        private final boolean hasColumns;
        private final List<Integer> counts = new ArrayList<>();
        private Before before = (count, first) -> {};

        TenTimes(boolean hasColumns) {
            this.hasColumns = hasColumns;
        }

        @Override
        public ModelDescription description() {
            return new ModelDescription(
                    "ten-times",
                    "1",
                    "",
                    "",
                    List.of(Parameter.integer("x", "", ""), Parameter.real("z", "", "")),
                    List.of(Output.real("y", "", "")));
        }

        @Override
        public Session open() {
            return hasColumns ? new Columns() : this::point;
        }

        private void point(Point point, Outputs outputs) throws ModelException, InterruptedException {
            counts.add(1);
            before.points(1, point.integer(0));
            outputs.real(0, value((double) point.integer(0)));
        }

        private static double value(double x) throws ModelException {
            if (x % 700 == 699) {
                throw new ModelException("no " + (long) x);
            }
            return x % 300 == 299 ? Double.NaN : 10 * x;
        }

        private final class Columns implements ColumnSession {
            @Override
            public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
                point(point, outputs);
            }

            @Override
            public void run(double[][] parameters, int count, double[][] outputs)
                    throws ModelException, InterruptedException {
                counts.add(count);
                before.points(count, (long) parameters[0][0]);
                for (int i = 0; i < count; i++) {
                    outputs[0][i] = value(parameters[0][i]);
                    assertThat(parameters[1][i]).isEqualTo(5);
                }
            }
        }
    }

    private static Plan plan(Model model, Space space, PointPolicy policy) {
        Values values = new Values(List.of(ValueType.INTEGER, ValueType.REAL));
        values.setNumber(1, 5);
        return new Plan(model, space, values, 1, 7, policy);
    }

    private static Plan plan(Model model) {
        return plan(model, FakeModel.space(SIZE), PointPolicy.ONCE);
    }

    private static Block compute(Plan plan) throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            return pool.compute(plan, 0, plan.size(), new StopSignal()).orElseThrow();
        }
    }

    private static Outcomes decode(Block block) {
        return new Outcomes(block.payload(), List.of(Output.real("y", "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "x % 10 != 3", "x % 10 == 3", "x > 1000", "x < 1"})
    void theOutcomesAreThoseOfPointsOneByOne(String where) throws InterruptedException {
        Space space = new Constrained(FakeModel.space(SIZE), Formula.parse(where));
        TenTimes model = new TenTimes(true);

        Block columns = compute(plan(model, space, PointPolicy.ONCE));
        Block points = compute(plan(new TenTimes(false), space, PointPolicy.ONCE));

        assertThat(columns.fingerprint()).isEqualTo(points.fingerprint());
        assertThat(decode(columns).failures()).isEqualTo(decode(points).failures());
        assertThat(decode(columns).reals(0)).isEqualTo(decode(points).reals(0));
        assertThat(columns.excluded()).isEqualTo(points.excluded());
        assertThat(model.counts).first().isEqualTo(1); // which opens the session
    }

    @Test
    void manyPointsAreComputedAtATime() throws InterruptedException {
        TenTimes model = new TenTimes(true);

        Block block = compute(plan(model));

        assertThat(model.counts).contains(512);
        assertThat(decode(block).failures().values())
                .filteredOn(failure -> failure.kind() == FailureKind.ERROR)
                .extracting(failure -> failure.message())
                .containsExactlyInAnyOrder("no 699", "no 1399");
    }

    @Test
    void theTimeOfARunIsSharedEvenly() throws InterruptedException {
        TenTimes model = new TenTimes(true);
        model.before = (count, first) -> {
            if (count > 1) {
                Thread.sleep(20);
            }
        };

        Outcomes outcomes = decode(compute(plan(model, FakeModel.space(201), PointPolicy.ONCE)));

        assertThat(outcomes.seconds(1)).isGreaterThan(0.0001f);
        assertThat(IntStream.range(1, 201).mapToObj(outcomes::seconds)).containsOnly(outcomes.seconds(1));
    }

    @Test
    void aTimeLimitIsOneOfASinglePoint() throws InterruptedException {
        TenTimes model = new TenTimes(true);

        compute(plan(model, FakeModel.space(SIZE), new PointPolicy(Duration.ofSeconds(50), 0, Duration.ofMillis(1))));

        assertThat(model.counts).hasSize(SIZE).containsOnly(1);
    }

    @Test
    void derivedParametersAreLookedAtPointByPoint() throws InterruptedException {
        TenTimes model = new TenTimes(true);
        Space space =
                new Derived(FakeModel.space(20), List.of(new Derivation("z", Formula.parse("x == 7 ? 1 / 0 : 5"))));

        Block block = compute(plan(model, space, PointPolicy.ONCE));

        assertThat(decode(block).failures()).containsOnlyKeys(7);
        assertThat(model.counts).hasSize(19).containsOnly(1);
    }

    @Test
    void aStopInARunLeavesThePointsBeforeIt() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        TenTimes model = new TenTimes(true);
        model.before = (count, first) -> {
            if (count > 1) {
                running.countDown();
                new CountDownLatch(1).await();
            }
        };
        StopSignal signal = new StopSignal();
        Thread stopper = new Thread(() -> {
            try {
                running.await();
                signal.raise(StopSignal.Kind.NOW);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        stopper.start();

        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Plan plan = plan(model);
            Block block = pool.compute(plan, 0, SIZE, signal).orElseThrow();
            model.before = (count, first) -> {};
            Block next = pool.compute(plan, 1, SIZE, new StopSignal()).orElseThrow();

            assertThat(block.count()).isEqualTo(1);
            assertThat(block.fingerprint().plus(next.fingerprint()))
                    .isEqualTo(compute(plan(new TenTimes(false))).fingerprint());
        }
        stopper.join();
    }
}
