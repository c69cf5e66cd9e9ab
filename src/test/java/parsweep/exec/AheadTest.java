package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parsweep.model.KilledException;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.ModelUnavailableException;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.model.Upcoming;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.Outcomes;
import parsweep.space.Arange;
import parsweep.space.Grid;
import parsweep.space.NamedAxis;
import parsweep.space.ValueType;
import parsweep.space.Values;

/** Sessions that take points ahead, as those of programs do: three at a time. */
@Timeout(60)
class AheadTest {
    private static final int AHEAD = 3;

    /** What a point does, given how many others its session has in hand. */
    private interface Body {
        void run(long x, int others) throws ModelException, InterruptedException;
    }

    private final List<Long> taken = new CopyOnWriteArrayList<>();
    private int opened;

    private final class AheadSession implements Session {
        private final Body body;
        private final List<Long> inHand = new ArrayList<>();
        private @Nullable Upcoming upcoming;

        AheadSession(Body body) {
            this.body = body;
        }

        @Override
        public void foresee(Upcoming points) {
            upcoming = points;
        }

        @Override
        public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
            if (inHand.isEmpty()) {
                inHand.add(point.index());
            }
            if (inHand.get(0) != point.index()) {
                throw new IllegalStateException("point %d out of turn".formatted(point.index()));
            }
            while (upcoming != null && inHand.size() <= AHEAD) {
                Point next = upcoming.next();
                if (next == null) {
                    break;
                }
                inHand.add(next.index());
                taken.add(next.index());
            }
            body.run(point.integer(0), inHand.size() - 1);
            inHand.remove(0);
            outputs.real(0, 10.0 * point.integer(0));
        }
    }

    private Model model(Body body, Runnable opening) {
        return new Model() {
            @Override
            public ModelDescription description() {
                return new ModelDescription(
                        "ahead", "1", "", "", List.of(Parameter.integer("x", "", "")), List.of(FakeModel.Y));
            }

            @Override
            public Session open() {
                opened++;
                opening.run();
                return new AheadSession(body);
            }
        };
    }

    private Outcomes compute(Model model, PointPolicy policy) throws InterruptedException {
        Grid space = new Grid(List.of(new NamedAxis("x", new Arange(0, 1, 20))));
        Plan plan = new Plan(model, space, new Values(List.of(ValueType.INTEGER)), 1, 42, policy);
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            return new Outcomes(
                    pool.compute(plan, 0, 20, new StopSignal()).orElseThrow().payload(),
                    model.description().outputs());
        }
    }

    private static PointPolicy timeout(Duration timeout) {
        return new PointPolicy(timeout, 0, PointPolicy.DEFAULT_DELAY);
    }

    @Test
    void everyPointIsOfferedOnceAndInOrder() throws InterruptedException {
        Outcomes outcomes = compute(model((x, others) -> {}, () -> {}), PointPolicy.ONCE);

        assertThat(outcomes.failures()).isEmpty();
        assertThat(taken).doesNotHaveDuplicates().isSorted().startsWith(1L).endsWith(19L);
    }

    @Test
    void whoeverKilledTheSessionIsFoundAndTheOthersComeOutWell() throws InterruptedException {
        Outcomes outcomes = compute(
                model(
                        (x, others) -> {
                            if (x <= 7 && x + others >= 7) { // it dies of the last that it was given
                                throw new KilledException("died", others);
                            }
                        },
                        () -> {}),
                PointPolicy.ONCE);

        assertThat(outcomes.failures()).containsOnlyKeys(7).allSatisfy((row, failure) -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.KILLED);
            assertThat(failure.attempts()).isEqualTo(1);
        });
        assertThat(outcomes.reals(0)[8]).isEqualTo(80);
    }

    @Test
    void aTimeOutIsOnlyHeldAgainstAPointThatWasAlone() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Outcomes outcomes = compute(
                model(
                        (x, others) -> {
                            if (x <= 7 && x + others >= 7) { // answers of 5 and 6 are held back by 7
                                try {
                                    never.await();
                                } catch (InterruptedException e) {
                                    if (others > 0) {
                                        throw new KilledException("stopped", others);
                                    }
                                    throw e;
                                }
                            }
                        },
                        () -> {}),
                timeout(TestLimits.POINT_TIMEOUT));

        assertThat(outcomes.failures())
                .containsOnlyKeys(7)
                .allSatisfy((row, failure) -> assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT));
    }

    @Test
    void openingASessionIsNoPointsTime() throws InterruptedException {
        Duration opening = TestLimits.POINT_TIMEOUT.multipliedBy(2);
        Outcomes outcomes = compute(
                model((x, others) -> {}, () -> {
                    long until = System.nanoTime() + opening.toNanos();
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                }),
                timeout(TestLimits.POINT_TIMEOUT));

        assertThat(outcomes.failures()).isEmpty();
        assertThat(outcomes.seconds(0)).isLessThan(opening.toMillis() * 1e-3f);
    }

    @Test
    void aPointWhoseSessionTellsItsTimeBeginsAfterTheOneBefore() throws InterruptedException {
        long[] ends = new long[20];
        List<Long> begunBefore = new ArrayList<>();
        BlockRun[] holder = new BlockRun[1];
        FakeModel model = new FakeModel(List.of(FakeModel.Y), (x, point, outputs) -> {
            long nanos = holder[0].gate().pointNanos();
            long started = System.nanoTime() - nanos; // at the earliest
            if (x > 0 && started < ends[(int) x - 1]) {
                begunBefore.add(x);
            }
            outputs.took(0.25);
            outputs.real(0, 10.0 * x);
            ends[(int) x] = System.nanoTime();
        });
        OutcomeBuilder builder = new OutcomeBuilder(model.description().outputs(), 1000);
        holder[0] = new BlockRun(model.plan(20), 0, 20, null, TestLimits.WIDE, new StopSignal(), builder);

        try (Sessions sessions = new Sessions()) {
            holder[0].compute(sessions);
        }

        assertThat(begunBefore).isEmpty();
        assertThat(model.decode(builder.build(0)).seconds(19)).isEqualTo(0.25f);
    }

    @Test
    void aModelThatCannotBeOpenedIsNoFailureOfItsPoints() {
        Model model = model((x, others) -> {}, () -> {
            throw new ModelUnavailableException("no licence");
        });

        assertThatThrownBy(() -> compute(model, PointPolicy.ONCE))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessage("no licence");
        assertThat(opened).isEqualTo(1);
    }
}
