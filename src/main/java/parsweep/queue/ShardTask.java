package parsweep.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.exec.StopSignal;
import parsweep.exec.WorkerPool;
import parsweep.model.ModelUnavailableException;
import parsweep.outcome.Block;
import parsweep.sweep.ModelNotHereException;
import parsweep.sweep.Refill;
import parsweep.sweep.Shard;
import parsweep.sweep.ShardLedger;
import parsweep.sweep.ShardLedger.Assignment;
import parsweep.sweep.ShardLedger.Task;

/** What a thread of the queue does with a shard: block after block until it is done or the thread's turn is over. */
final class ShardTask {
    private static final Logger LOG = LoggerFactory.getLogger(ShardTask.class);

    static final String NAME = "shard";

    /** A turn, when nobody else waits: then shards are only cut anew, to keep all workers busy. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /** A turn when other sweeps wait: a short sweep behind a long one starts within this time. */
    private static final Duration SHORT_TURN = Duration.ofMillis(500);

    /** How long a computed block waits for a database that is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ShardLedger ledger;
    private final WorkerPool pool;
    private final RunningShards running;
    private final WaitingShards waiting;
    private final QueueMetrics metrics;
    private final ForeignSweeps foreign;
    private final PatientCommit patient = new PatientCommit(PATIENCE);

    ShardTask(
            ShardLedger ledger,
            WorkerPool pool,
            RunningShards running,
            WaitingShards waiting,
            QueueMetrics metrics,
            ForeignSweeps foreign) {
        this.ledger = ledger;
        this.pool = pool;
        this.running = running;
        this.waiting = waiting;
        this.metrics = metrics;
        this.foreign = foreign;
    }

    /**
     * The task as the scheduler knows it. A shard that failed by a fault of ours, such as a database that is gone, is left
     * as it is; {@link AbandonedShards} finds it some seconds later. (A time at which to try again would be its place in the queue, and behind all others.)
     */
    CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, operations) -> {})
                .onDeadExecution(ShardTask::putBack)
                .execute((instance, context) -> run(ShardId.parse(instance.getId())));
    }

    /** SQL that leaves out what this process cannot run. */
    Supplier<String> exclusion() {
        return foreign::exclusion;
    }

    static TaskInstance<Void> instance(ShardId id) {
        return new TaskInstance<>(NAME, id.toString());
    }

    /** When a start tag is due: always in the past, so that it only decides the order. */
    static Instant executionTime(double startTag) {
        return Instant.EPOCH.plusNanos((long) (startTag * 1e9));
    }

    /** At its place in the queue. */
    private static void putBack(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getExecution().getExecutionTime());
    }

    private CompletionHandler<Void> run(ShardId id) {
        Optional<Assignment> assignment;
        try {
            assignment = ledger.begin(id.sweepId(), id.first());
        } catch (ModelNotHereException e) {
            LOG.info("left to other workers: {}", e.getMessage());
            foreign.add(id.sweepId(), e.model());
            return ShardTask::putBack;
        }
        if (assignment.isEmpty()) {
            return removal(id);
        }
        StopSignal signal = running.start(id);
        long started = System.nanoTime();
        try {
            if (!work(assignment.get(), signal, started)) {
                return removal(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the grace of the shutdown is over; others take the shard
            return (complete, operations) -> {};
        } finally {
            running.end(signal);
        }
        OptionalDouble tag = ledger.settle(id.sweepId(), id.first(), secondsSince(started));
        return tag.isEmpty()
                ? removal(id)
                : (complete, operations) -> operations.reschedule(complete, executionTime(tag.getAsDouble()));
    }

    /**
     * Takes a shard out of the queue that is finished, parked or gone, unless its sweep was resumed in that very moment.
     * If the execution is another worker's by now, there is nothing to take out, and that is all right.
     */
    private CompletionHandler<Void> removal(ShardId id) {
        return (complete, operations) -> {
            try {
                operations.remove();
            } catch (RuntimeException e) {
                LOG.debug("shard {} is not ours to be taken out of the queue", id, e);
                return;
            }
            ledger.enqueueIfUnparked(id.sweepId(), id.first());
        };
    }

    /**
     * Computes and commits blocks.
     *
     * @return false if the shard turned out to be another worker's
     */
    private boolean work(Assignment assignment, StopSignal signal, long started) throws InterruptedException {
        Shard shard = assignment.shard();
        long next = shard.next();
        while (next < shard.end() && !signal.isRaised()) {
            Optional<Task> task = ledger.task(assignment, next);
            if (task.isEmpty()) {
                return true;
            }
            List<Block> blocks;
            try {
                blocks = compute(assignment, task.get(), signal);
            } catch (ModelUnavailableException e) {
                ledger.modelUnavailable(shard.sweepId(), e);
                return true;
            }
            if (blocks.isEmpty()) {
                return true;
            }
            if (!commitPatiently(assignment, task.get(), blocks, signal)) {
                return false;
            }
            next = blocks.get(0).end();
            if (isTurnOver(shard.sweepId(), secondsSince(started))) {
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
                () -> commit(assignment, task, blocks),
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

    private boolean isTurnOver(long sweepId, double seconds) {
        return seconds >= TURN.toNanos() * 1e-9
                || (seconds >= SHORT_TURN.toNanos() * 1e-9 && waiting.othersThan(sweepId));
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) * 1e-9;
    }
}
