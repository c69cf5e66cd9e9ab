package parsweep.queue.turn;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.model.ModelUnavailableException;
import parsweep.outcome.Block;
import parsweep.sweep.shard.ShardLedger;
import parsweep.sweep.shard.ShardLedger.Assignment;
import parsweep.sweep.shard.ShardLedger.Task;
import parsweep.sweep.state.Refill;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.WorkerTurn;
import parsweep.sweep.worker.ModelNotHereException;

/** Computes and commits the blocks of a shard, until it is done, stopped, or the turn is over. Of all threads. */
public final class ShardWork {
    /** How long a computed block waits for a database that is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ShardLedger ledger;
    private final StoreGate gate;
    private final WorkerPool pool;
    private final RunningShards running;
    private final TurnEnd turnEnd;
    private final BlockMetrics metrics;
    private final PatientCommit patient = new PatientCommit(PATIENCE);

    /**
     * @param turnEnd decides after each block
     */
    public ShardWork(
            ShardLedger ledger,
            StoreGate gate,
            WorkerPool pool,
            RunningShards running,
            TurnEnd turnEnd,
            BlockMetrics metrics) {
        this.ledger = ledger;
        this.gate = gate;
        this.pool = pool;
        this.running = running;
        this.turnEnd = turnEnd;
        this.metrics = metrics;
    }

    /**
     * Looks a shard up.
     *
     * @return empty if there is nothing to do
     */
    Optional<Assignment> begin(ShardId id) throws ModelNotHereException {
        return gate.pass(() -> ledger.begin(id.sweepId(), id.first()));
    }

    /** Settles a shard, and gives it back in the same transaction. */
    void settle(ShardId id, WorkerTurn turn, Consumer<OptionalDouble> giveBack) {
        gate.settle(() -> ledger.settle(id.sweepId(), id.first(), turn, giveBack));
    }

    /**
     * Runs a shard for a turn.
     *
     * @return false if the shard turned out to be another worker's
     */
    boolean run(ShardId id, Assignment assignment, TurnClock turn) throws InterruptedException {
        StopSignal signal = running.start(id);
        try {
            return run(assignment, signal, turn);
        } finally {
            running.end(signal);
        }
    }

    private boolean run(Assignment assignment, StopSignal signal, TurnClock turn) throws InterruptedException {
        Shard shard = assignment.shard();
        long next = shard.next();
        while (next < shard.end() && !signal.isRaised()) {
            Optional<Task> task = ledger.task(assignment, next);
            if (task.isEmpty()) {
                return true;
            }
            List<Block> blocks;
            try {
                blocks = turn.computing(() -> compute(assignment, task.get(), signal));
            } catch (ModelUnavailableException e) {
                ledger.modelUnavailable(shard.sweepId(), e);
                return true;
            }
            if (blocks.isEmpty()) {
                return true;
            }
            if (!turn.committing(blocks, () -> commitPatiently(assignment, task.get(), blocks, signal))) {
                return false;
            }
            next = blocks.get(0).end();
            if (next < shard.end() && turnEnd.isReached(shard.sweepId(), turn.seconds())) {
                return true;
            }
        }
        return true;
    }

    private List<Block> compute(Assignment assignment, Task task, StopSignal signal) throws InterruptedException {
        if (task.stored() == null) {
            return pool.compute(assignment.plan(), task.first(), task.end(), signal).stream()
                    .toList();
        }
        Refill refill = Objects.requireNonNull(assignment.refill());
        return pool.computeAgain(assignment.plan(), task.first(), task.stored(), refill.again(), signal);
    }

    private boolean commitPatiently(Assignment assignment, Task task, List<Block> blocks, StopSignal signal)
            throws InterruptedException {
        Shard shard = assignment.shard();
        return patient.commit(
                () -> gate.pass(() -> commit(assignment, task, blocks)),
                () -> ledger.find(shard.sweepId(), shard.first())
                        .filter(now -> now.next() == blocks.get(0).end())
                        .isPresent(),
                signal);
    }

    private boolean commit(Assignment assignment, Task task, List<Block> blocks) {
        if (task.stored() == null) {
            return metrics.commit(assignment.model(), blocks.get(0), () -> ledger.append(assignment, blocks.get(0)));
        }
        return metrics.commitAgain(assignment.model(), () -> ledger.replace(assignment, blocks));
    }
}
