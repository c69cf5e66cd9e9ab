package parsweep.sweep.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Plan;
import parsweep.exec.SideRun;
import parsweep.exec.SideRun.Run;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.outcome.Block;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Outcomes;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;
import parsweep.sweep.Sweeps;
import parsweep.sweep.audit.Verification.Difference;
import parsweep.sweep.state.SweepException;

/**
 * Computes points again and compares bit for bit: whether outcomes are a function of the definition alone, on this machine
 * as on those that computed them.
 */
public final class Verifier {
    /** A person looks at the first few. */
    static final int MAX_DIFFERENCES = 100;

    private final Sweeps sweeps;
    private final WorkerPool pool;

    Verifier(Sweeps sweeps, WorkerPool pool) {
        this.sweeps = sweeps;
        this.pool = pool;
    }

    /**
     * Computes some points again.
     *
     * @param points how many, chosen at random from those that have been computed so far
     * @param seed of the choice
     * @param patience after which no further point is begun, and those that run are stopped
     * @throws SweepException if there is no such sweep
     * @throws parsweep.json.InvalidDefinition if its model is not here in the version that it began with
     */
    public Verification verify(long id, int points, long seed, Duration patience) throws InterruptedException {
        long started = System.nanoTime();
        Plan plan = sweeps.plan(id);
        LocalWorkers.require(pool);
        SweepResults results = sweeps.results(id);
        Audit audit = new Audit(plan, results, StopSignal.at(started + patience.toNanos()));
        long end = Math.min(results.committedEnd(), plan.size());
        int requested = (int) Math.min(points, end);
        TreeSet<Long> chosen = new TreeSet<>(); // in order, so that each block is read once
        PrimitiveIterator.OfLong order = AuditSample.of(seed, Math.max(1, end));
        while (chosen.size() < requested) {
            chosen.add(order.nextLong());
        }
        boolean complete = audit.check(chosen);
        return audit.result(seed, requested, complete, (System.nanoTime() - started) * 1e-9);
    }

    /** A point to look at, and what it came to; Outcomes are not thread-safe, so who reads them locks the audit. */
    private record Stored(long index, OutcomeBlock block) {
        int row() {
            return block.row(index);
        }
    }

    /** One audit. The calling thread reads what is stored; the threads that compute points compare. */
    private final class Audit {
        private final Plan plan;
        private final SweepResults results;
        private final StopSignal signal;
        private final RowComparison comparison;
        private final List<Difference> differences = new ArrayList<>(); // guarded by this, as are the counts
        private int equal;
        private int different;
        private int skipped;

        Audit(Plan plan, SweepResults results, StopSignal signal) {
            this.plan = plan;
            this.results = results;
            this.signal = signal;
            this.comparison = new RowComparison(results.outputs());
        }

        /** False if the time was up. */
        boolean check(Iterable<Long> ascending) throws InterruptedException {
            List<Stored> batch = new ArrayList<>(); // of a block per worker, so that all have something to do
            int blocks = 0;
            OutcomeBlock block = null;
            for (long index : ascending) {
                if (block == null || index >= block.end()) {
                    if (blocks == pool.size()) {
                        if (!checkBatch(batch)) {
                            return false;
                        }
                        batch.clear();
                        blocks = 0;
                    }
                    block = results.next(index);
                    blocks++;
                }
                if (block == null || block.start() > index || !isComparable(block, index)) {
                    skip();
                } else {
                    batch.add(new Stored(index, block));
                }
            }
            return checkBatch(batch);
        }

        /** Excluded points have no outcome, and that of some depends on the machine. */
        private boolean isComparable(OutcomeBlock block, long index) {
            int row = block.row(index);
            return row >= 0 && !dependsOnTheMachine(block.outcomes().failure(row));
        }

        private synchronized void skip() {
            skipped++;
        }

        private boolean checkBatch(List<Stored> batch) throws InterruptedException {
            List<Run> runs =
                    batch.stream().map(stored -> new Run(stored.index(), 1)).toList();
            int finished = SideRun.compute(
                    pool, plan, runs, pool.size(), signal, (run, block) -> compare(batch.get(run), block));
            return finished == runs.size();
        }

        private synchronized void compare(Stored stored, Block recomputed) {
            Outcomes now = new Outcomes(recomputed.payload(), results.outputs());
            List<Difference> found =
                    comparison.differences(stored.index(), stored.block().outcomes(), stored.row(), now);
            if (found.isEmpty()) {
                equal++;
                return;
            }
            different++;
            found.stream()
                    .limit(Math.max(0, MAX_DIFFERENCES - differences.size()))
                    .forEach(differences::add);
        }

        synchronized Verification result(long seed, int requested, boolean complete, double seconds) {
            List<Difference> sorted = new ArrayList<>(differences);
            sorted.sort(Comparator.comparingLong(Difference::index));
            return new Verification(
                    seed, requested, equal + different, equal, different, skipped, complete, seconds, sorted);
        }
    }

    private static boolean dependsOnTheMachine(@Nullable Failure failure) {
        return failure != null && (failure.kind() == FailureKind.TIMEOUT || failure.kind() == FailureKind.KILLED);
    }
}
