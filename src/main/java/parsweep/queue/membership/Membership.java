package parsweep.queue.membership;

import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.queue.membership.WorkerTable.Identity;
import parsweep.queue.membership.WorkerTable.Sum;
import parsweep.sweep.worker.ModelPresence;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;

/**
 * This process among all that share the database. One thread beats; the engine joins and leaves; anybody asks.
 *
 * <p>A process without slots, a server, is not in the table; it only looks.
 */
public final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /** Beats between two looks for workers to be forgotten. */
    private static final int BEATS_PER_TIDYING = 60;

    private final WorkerTable table;
    private final Identity self;
    private final IntSupplier busy;
    private final Throughput throughput;
    private final ModelPresence models;
    private final TransactionOperations transaction;

    private volatile boolean joined; // written by the thread that starts and stops
    private volatile boolean draining; // written by the thread that beats, like what follows
    private volatile Sum sum;
    private List<ModelVersion> announced = List.of();
    private long beats;

    /**
     * @param name of this process, unique
     * @param slots points that run here at a time; 0 if none do
     * @param busy how many do at the moment
     * @param models that it has
     */
    public Membership(
            WorkerTable table,
            ProcessName name,
            int slots,
            IntSupplier busy,
            Throughput throughput,
            ModelPresence models,
            TransactionOperations transaction) {
        this.table = table;
        this.self = new Identity(name.unique(), name.host(), name.version(), slots);
        this.busy = busy;
        this.throughput = throughput;
        this.models = models;
        this.transaction = transaction;
        this.sum = new Sum(slots > 0 ? 1 : 0, slots, 0); // until the first look
    }

    public String name() {
        return self.name();
    }

    /** Points that run in this process at a time. */
    public int ownSlots() {
        return self.slots();
    }

    /** Points that can run at a time on all workers that take shards, as it was a second ago. */
    public int slots() {
        return sum.slots();
    }

    /** Slots that compute, on all workers. */
    public int busy() {
        return sum.busy();
    }

    /** Workers that take shards. */
    public int workers() {
        return sum.workers();
    }

    /** Whether this process can run a model, announced or not: one that has just been added may be used at once. */
    boolean canCompute(ModelVersion model) {
        return self.slots() > 0 && !draining && models.has(model);
    }

    /** Whether this process is to take no more shards. */
    public boolean isDraining() {
        return draining;
    }

    /** Becomes a worker, if it has slots. */
    public void join() {
        joined = true;
        draining = false;
        beat();
    }

    /** Tells the others to count on this process no more: it stops. */
    public void retire() {
        if (joined && self.slots() > 0) {
            table.setDraining(self.name(), true);
        }
    }

    /** Is no worker any more. */
    public void leave() {
        if (joined && self.slots() > 0) {
            transaction.executeWithoutResult(status -> table.delete(self.name()));
        }
        joined = false;
    }

    /** Says that this process is alive, and looks what all together can do. To be called once a second. */
    public synchronized void beat() {
        if (joined && self.slots() > 0) {
            if (!table.beat(self.name(), busy.getAsInt(), throughput.sample(System.nanoTime()))) {
                enter();
            }
            draining = table.isDraining(self.name()).orElse(draining);
            announce();
        }
        if (beats++ % BEATS_PER_TIDYING == 0) {
            table.forget();
        }
        sum = table.sum();
    }

    /** At the start; and again if this process stood still for so long that it was forgotten. */
    private void enter() {
        transaction.executeWithoutResult(status -> {
            table.insert(self, draining);
            announced = List.of();
        });
        LOG.info("worker {} with {} slots joined", self.name(), self.slots());
    }

    private void announce() {
        List<ModelVersion> now = models.all();
        if (!now.equals(announced)) {
            transaction.executeWithoutResult(status -> table.setModels(self.name(), now));
            announced = now;
        }
    }
}
