package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parsweep.exec.PointGate.Stop;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.outcome.Outcomes;

/**
 * The worker's side and the session thread's in one thread, in orders that two threads come to once in a million blocks:
 * the worker acts from within a point.
 */
class BlockRunTest {
    private static final int POINTS = 4;

    /** What the worker does while a point runs. */
    private interface Worker {
        void act(long x, BlockRun run) throws InterruptedException;
    }

    private Worker worker = (x, run) -> {};
    private final BlockRun[] holder = new BlockRun[1];
    private final FakeModel model = FakeModel.tenTimes(x -> worker.act(x, holder[0]));
    private final BlockRun run = newRun();

    private BlockRun newRun() {
        Plan plan = model.plan(POINTS);
        OutcomeBuilder builder = new OutcomeBuilder(model.description().outputs(), 1000);
        holder[0] = new BlockRun(plan, 0, POINTS, null, TestLimits.WIDE, new StopSignal(), builder);
        return holder[0];
    }

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted(); // or the next test of this thread suffers
    }

    private Outcomes compute() {
        try (Sessions sessions = new Sessions()) {
            run.compute(sessions);
        }
        return model.decode(run.builder().build(0));
    }

    private void stop(long point, Stop why) {
        run.gate().stop(point, why, Thread.currentThread());
    }

    @Test
    void aStopHitsThePointThatRuns() {
        worker = (x, block) -> {
            if (x == 1) {
                stop(block.gate().point(), Stop.TIMEOUT);
                assertThat(block.gate().isStopping()).isTrue();
            } else {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        };

        Outcomes outcomes = compute();

        assertThat(outcomes.failures()).containsOnlyKeys(1);
        assertThat(outcomes.failures().get(1)).extracting(Failure::kind).isEqualTo(FailureKind.TIMEOUT);
        assertThat(run.gate().isStopping()).isFalse();
    }

    @Test
    void aStopThatComesLateHitsNoOtherPoint() {
        AtomicLong seen = new AtomicLong();
        worker = (x, block) -> {
            if (x == 1) {
                seen.set(block.gate().point());
            } else if (x == 2) {
                stop(seen.get(), Stop.TIMEOUT);
            }
        };

        assertThat(compute().failures()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aStopBeforeTheFirstPointHitsNothing() {
        stop(run.gate().point(), Stop.TIMEOUT);

        assertThat(compute().failures()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The session thread is idle by then; an interrupt would end it. */
    @Test
    void aStopAfterTheLastPointHitsNothing() {
        compute();

        stop(run.gate().point(), Stop.GIVE_UP);

        assertThat(run.gate().isStopping()).isFalse();
        assertThat(run.gate().abandon()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aStopAfterAFaultHitsNothing() {
        worker = (x, block) -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }
            };
        };
        try (Sessions sessions = new Sessions()) {
            run.compute(sessions);
        }

        stop(run.gate().point(), Stop.GIVE_UP);

        assertThat(run.fault()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aSecondStopDoesNotInterruptAgain() {
        worker = (x, block) -> {
            if (x == 1) {
                stop(block.gate().point(), Stop.TIMEOUT);
                assertThat(Thread.interrupted()).isTrue();
                stop(block.gate().point(), Stop.GIVE_UP);
                assertThat(Thread.interrupted()).isFalse();
            }
        };

        assertThat(compute().failures()).containsOnlyKeys(1);
        assertThat(run.gate().why()).isEqualTo(Stop.TIMEOUT);
    }

    @Test
    void onlyAPointThatWasStoppedCanBeGivenUpAndOnlyOnce() {
        worker = (x, block) -> {
            assertThat(block.gate().abandon()).isFalse();
            if (x == 2) {
                stop(block.gate().point(), Stop.TIMEOUT);
                assertThat(block.gate().abandon()).isTrue();
                assertThat(block.gate().abandon()).isFalse();
            }
        };

        Outcomes outcomes = compute();

        assertThat(outcomes.rows()).isEqualTo(2);
        assertThat(outcomes.failures()).isEmpty();
    }
}
