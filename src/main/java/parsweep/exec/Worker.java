package parsweep.exec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.model.Model;
import parsweep.model.ModelUnavailableException;
import parsweep.outcome.Block;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;

/**
 * Computes blocks on a session thread that it watches, and replaces when a model does not let go of it. Used by one
 * thread at a time.
 */
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** How often a running block is looked at: a cancelled point is stopped this soon, at 20 wake-ups a second. */
    private static final long WATCH_MILLIS = 50;

    /** 292 years; a time-out that is longer is none. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final String name;
    private final Limits limits;
    private final Supplier<Duration> blockTime;
    private final AtomicInteger stuckThreads;
    private @Nullable SessionThread sessionThread;
    private int replaced;
    private volatile @Nullable Running running; // written by the worker, read by profiles
    private volatile @Nullable BlockRun block; // likewise; null between two blocks
    private @Nullable OutcomeBuilder lastBuilder;
    private @Nullable Model lastModel;

    Worker(String name, Limits limits, Supplier<Duration> blockTime, AtomicInteger stuckThreads) {
        this.name = name;
        this.limits = limits;
        this.blockTime = blockTime;
        this.stuckThreads = stuckThreads;
    }

    /**
     * Computes points from {@code first} on until the block is full.
     *
     * @param end the first index that is not to be computed
     * @return the finished points, empty if the signal came before the first of them was done
     * @throws InterruptedException if the calling thread is interrupted; the points of this block are lost
     * @throws ModelUnavailableException if the model cannot be opened; the points of this block are lost
     * @throws IllegalStateException if something else than a point failed; the points of this block are lost
     */
    Optional<Block> compute(Plan plan, long first, long end, StopSignal signal) throws InterruptedException {
        OutcomeBuilder finished =
                run(new BlockRun(plan, first, end, null, blockLimits(), signal, builder(plan)), first);
        return finished.points() == 0 ? Optional.empty() : Optional.of(finished.build(first));
    }

    /**
     * Tries the failures of a stored block again until it is full or all have been tried.
     *
     * @return the block anew, cut in two if it could not be finished: the indices of the second are as they were; empty if
     *     the signal came before a point was done
     * @throws InterruptedException as {@link #compute}
     * @throws IllegalStateException as {@link #compute}
     */
    List<Block> computeAgain(Plan plan, Kept kept, StopSignal signal) throws InterruptedException {
        long end = kept.first() + kept.outcomes().points();
        BlockRun run = new BlockRun(plan, kept.first(), end, kept, blockLimits(), signal, builder(plan));
        OutcomeBuilder finished = run(run, kept.first());
        if (finished.points() == 0) {
            return List.of();
        }
        Block again = finished.build(kept.first());
        if (again.end() == end) {
            return List.of(again);
        }
        OutcomeBuilder rest = new OutcomeBuilder(plan.model().description().outputs(), limits.pointBytes());
        new Kept(kept.first(), kept.outcomes(), Set.of()).copyFrom(again.end(), rest);
        return List.of(again, rest.build(again.end()));
    }

    /** Which thread computes, or did so last, and what: see {@link Plan#key}. */
    record Running(long threadId, int sweep) {}

    @Nullable
    Running running() {
        return running;
    }

    /** Adds what the sweep's block is busy with at this moment, if this worker computes one. */
    void sample(int sweep, ProgramTime time) {
        BlockRun current = block;
        if (current != null && current.plan().key() == sweep) {
            current.sample(time);
        }
    }

    private OutcomeBuilder run(BlockRun run, long first) throws InterruptedException {
        SessionThread session = sessionThread();
        running = new Running(session.thread().getId(), run.plan().key());
        session.start(run);
        OutcomeBuilder finished;
        block = run;
        try {
            finished = watch(run, session) ? run.builder() : abandoned(run, first, session);
        } catch (InterruptedException e) {
            forget(session);
            throw e;
        } finally {
            block = null;
        }
        Throwable fault = run.fault();
        if (fault != null) {
            lastBuilder = null; // it may have stopped anywhere within a row
            if (fault instanceof ModelUnavailableException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("block from point %d on could not be computed".formatted(first), fault);
        }
        return finished;
    }

    /** Waits for the block; returns false if the session thread had to be given up. */
    private boolean watch(BlockRun run, SessionThread session) throws InterruptedException {
        long timeoutNanos = nanos(run.plan().policy().timeout());
        PointGate gate = run.gate();
        long stoppedAt = 0;
        while (!run.await(Math.min(WATCH_MILLIS, Math.max(1, timeoutNanos / 4_000_000)))) {
            run.watch();
            long point = gate.point();
            if (gate.isStopping()) {
                if (System.nanoTime() - stoppedAt > limits.interruptGrace().toNanos() && gate.abandon()) {
                    return false;
                }
            } else if (run.signal().kind() == StopSignal.Kind.NOW) {
                gate.stop(point, PointGate.Stop.GIVE_UP, session.thread());
                stoppedAt = System.nanoTime();
            } else if (gate.pointNanos() > nanos(run.timeout())) {
                gate.stop(point, PointGate.Stop.TIMEOUT, session.thread());
                stoppedAt = System.nanoTime();
            }
        }
        return true;
    }

    private static long nanos(@Nullable Duration timeout) {
        return timeout == null || timeout.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : timeout.toNanos();
    }

    /** What was finished before the point that hangs, and that point as timed out if it was its time that was up. */
    private OutcomeBuilder abandoned(BlockRun run, long first, SessionThread session) {
        double seconds = run.gate().pointNanos() * 1e-9;
        LOG.warn(
                "a point of model {} ignores its interrupt; its thread {} is given up and replaced",
                run.plan().model().description().name(),
                session.thread().getName());
        forget(session);
        OutcomeBuilder finished = run.builder().copy();
        if (run.gate().why() == PointGate.Stop.TIMEOUT) {
            String message = "gave up after %.3f s; it ignores its interrupt".formatted(seconds);
            finished.failed(first + finished.points(), seconds, new Failure(FailureKind.TIMEOUT, message));
        }
        return finished;
    }

    /** Leaves a thread and what it may still write into to each other. */
    private void forget(SessionThread session) {
        session.giveUp();
        sessionThread = null;
        lastBuilder = null;
    }

    private Limits blockLimits() {
        return limits.withBlockTime(blockTime.get());
    }

    /** The last block's builder, emptied, if it was of the same model: its arrays have grown to what is needed. */
    private OutcomeBuilder builder(Plan plan) {
        OutcomeBuilder last = lastBuilder;
        if (last == null || lastModel != plan.model()) {
            last = new OutcomeBuilder(plan.model().description().outputs(), limits.pointBytes());
            lastBuilder = last;
            lastModel = plan.model();
        }
        last.clear();
        return last;
    }

    private SessionThread sessionThread() {
        SessionThread session = sessionThread;
        if (session == null) {
            session = new SessionThread(replaced == 0 ? name : name + "-" + replaced, stuckThreads);
            sessionThread = session;
            replaced++;
        }
        return session;
    }

    @Override
    public void close() {
        SessionThread session = sessionThread;
        if (session != null) {
            session.close();
            sessionThread = null;
        }
    }
}
