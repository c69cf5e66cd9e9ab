package parsweep.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.management.ManagementFactory;
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
import parsweep.sweep.shard.Pace;
import parsweep.sweep.shard.ShardLedger;
import parsweep.sweep.shard.ShardLedger.Assignment;
import parsweep.sweep.shard.ShardLedger.Task;
import parsweep.sweep.shard.ShardQueue;
import parsweep.sweep.state.Refill;
import parsweep.sweep.state.Shard;
import parsweep.sweep.worker.ModelNotHereException;

/** What a thread of the queue does with a shard: block after block until it is done or the thread's turn is over. */
final class ShardTask {
    private static final Logger LOG = LoggerFactory.getLogger(ShardTask.class);

    static final String NAME = "shard";

    /** How long a computed block waits for a database that is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName(); // pid@host
    private static final int MAX_NAME = 100;

    private final ShardLedger ledger;
    private final WorkerPool pool;
    private final RunningShards running;
    private final WaitingShards waiting;
    private final QueueMetrics metrics;
    private final ForeignSweeps foreign;
    private final ShardQueue queue;
    private final ThreadLocal<Long> lastTurnEnded = new ThreadLocal<>(); // by System.nanoTime()
    private final PatientCommit patient = new PatientCommit(PATIENCE);

    ShardTask(
            ShardLedger ledger,
            WorkerPool pool,
            RunningShards running,
            WaitingShards waiting,
            QueueMetrics metrics,
            ForeignSweeps foreign,
            ShardQueue queue) {
        this.ledger = ledger;
        this.pool = pool;
        this.running = running;
        this.waiting = waiting;
        this.metrics = metrics;
        this.foreign = foreign;
        this.queue = queue;
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
        reschedule(complete, operations, complete.getExecution().getExecutionTime());
    }

    /**
     * Does nothing if the shard is another worker's by now. If it is ours and the database is away, {@link AbandonedShards}
     * finds it later.
     */
    private static void reschedule(ExecutionComplete complete, ExecutionOperations<Void> operations, Instant time) {
        try {
            operations.reschedule(complete, time);
        } catch (RuntimeException e) {
            LOG.debug(
                    "shard {} was not put back",
                    complete.getExecution().taskInstance.getId(),
                    e);
        }
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
        TurnClock turn = new TurnClock(idle(), Duration.between(assignment.get().readySince(), Instant.now()));
        try {
            if (!work(assignment.get(), signal, turn)) {
                return removal(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the grace of the shutdown is over; others take the shard
            return (complete, operations) -> {};
        } finally {
            running.end(signal);
        }
        OptionalDouble tag = ledger.settle(id.sweepId(), id.first(), turn.turn(worker()));
        lastTurnEnded.set(System.nanoTime());
        return tag.isEmpty()
                ? removal(id)
                : (complete, operations) -> reschedule(complete, operations, executionTime(tag.getAsDouble()));
    }

    /** How long this thread has had nothing to do; for ever if it had nothing yet. */
    private Duration idle() {
        Long ended = lastTurnEnded.get();
        return ended == null ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofNanos(System.nanoTime() - ended);
    }

    /** This thread, among those of all processes. */
    private static String worker() {
        String name = PROCESS + "/" + Thread.currentThread().getName();
        return name.substring(Math.max(0, name.length() - MAX_NAME));
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
    private boolean work(Assignment assignment, StopSignal signal, TurnClock turn) throws InterruptedException {
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
            if (isTurnOver(shard.sweepId(), turn.seconds())) {
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
        Pace pace = queue.pace();
        return seconds >= pace.turn().toNanos() * 1e-9
                || (seconds >= pace.shortTurn().toNanos() * 1e-9 && waiting.othersThan(sweepId));
    }
}
