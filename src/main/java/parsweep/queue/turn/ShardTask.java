package parsweep.queue.turn;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.sweep.shard.ShardLedger;
import parsweep.sweep.shard.ShardLedger.Assignment;
import parsweep.sweep.state.WorkerTurn;
import parsweep.sweep.worker.ModelNotHereException;

/** What a thread of the queue does with a shard: looks it up, lets it be computed, settles it. */
public final class ShardTask {
    private static final Logger LOG = LoggerFactory.getLogger(ShardTask.class);

    public static final String NAME = "shard";

    private static final int MAX_NAME = 100;
    private static final CompletionHandler<Void> NOTHING_TO_DO = (complete, operations) -> {};

    private final ShardLedger ledger;
    private final ShardWork work;
    private final Settler settler;
    private final TakenShards taken;
    private final ForeignSweeps foreign;
    private final ThreadLocal<Long> lastTurnEnded = new ThreadLocal<>(); // by System.nanoTime()

    public ShardTask(ShardLedger ledger, ShardWork work, Settler settler, TakenShards taken, ForeignSweeps foreign) {
        this.ledger = ledger;
        this.work = work;
        this.settler = settler;
        this.taken = taken;
        this.foreign = foreign;
    }

    /**
     * The task as the scheduler knows it. A shard that failed by a fault of ours, such as a database that is gone, is left
     * as it is; {@code AbandonedShards} finds it some seconds later. (A time at which to try again would be its place in the queue, and behind all others.)
     */
    public CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, operations) -> {})
                .onDeadExecution(ShardTask::putBack)
                .execute((instance, context) -> run(ShardId.parse(instance.getId()), context.getExecution()));
    }

    /** SQL that leaves out what this process cannot run. */
    public Supplier<String> exclusion() {
        return foreign::exclusion;
    }

    public static TaskInstance<Void> instance(ShardId id) {
        return new TaskInstance<>(NAME, id.toString());
    }

    /** When a start tag is due: always in the past, so that it only decides the order. */
    public static Instant executionTime(double startTag) {
        return Instant.EPOCH.plusNanos((long) (startTag * 1e9));
    }

    /**
     * At its place in the queue. Does nothing if the shard is another worker's by now. If it is ours and the database is
     * away, {@code AbandonedShards} finds it later.
     */
    private static void putBack(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        try {
            operations.reschedule(complete, execution.getExecutionTime());
        } catch (RuntimeException e) {
            LOG.debug("shard {} was not put back", execution.getId(), e);
        }
    }

    private CompletionHandler<Void> run(ShardId id, Execution execution) {
        try {
            return turn(id, execution);
        } catch (ModelNotHereException e) {
            LOG.info("left to other workers: {}", e.getMessage());
            foreign.add(id.sweepId(), e.model());
            return ShardTask::putBack;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the grace of the shutdown is over; others take the shard
            return NOTHING_TO_DO;
        }
    }

    private CompletionHandler<Void> turn(ShardId id, Execution execution)
            throws ModelNotHereException, InterruptedException {
        Optional<Assignment> assignment = work.begin(id);
        if (assignment.isEmpty()) {
            return removal(id);
        }
        TurnClock turn = new TurnClock(idle(), Duration.between(assignment.get().readySince(), Instant.now()));
        if (!work.run(id, assignment.get(), turn)) {
            return removal(id);
        }
        WorkerTurn done = turn.turn(worker(execution));
        settler.settle(id, () -> work.settle(id, done, tag -> taken.giveBack(execution, tag)));
        lastTurnEnded.set(System.nanoTime());
        return NOTHING_TO_DO;
    }

    /** How long this thread has had nothing to do; for ever if it had nothing yet. */
    private Duration idle() {
        Long ended = lastTurnEnded.get();
        return ended == null ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofNanos(System.nanoTime() - ended);
    }

    /** This thread, among those of all processes: the name of the worker that took the shard, and its own. */
    private static String worker(Execution execution) {
        String name = execution.pickedBy + "/" + Thread.currentThread().getName();
        return name.substring(Math.max(0, name.length() - MAX_NAME));
    }

    /**
     * Takes a shard out of the queue that was parked before, or gone, unless its sweep was resumed in that very moment.
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
}
