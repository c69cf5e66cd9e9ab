package parsweep.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import parsweep.exec.WorkerPool;
import parsweep.queue.membership.Membership;
import parsweep.queue.turn.WaitingShards;

/** What Prometheus is told of those who wait and those who work. */
final class QueueGauges implements MeterBinder {
    private final WorkerPool pool;
    private final WaitingShards waiting;
    private final Membership membership;

    QueueGauges(WorkerPool pool, WaitingShards waiting, Membership membership) {
        this.pool = pool;
        this.waiting = waiting;
        this.membership = membership;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauges<Membership> cluster = new Gauges<>(registry, membership);
        cluster.add("parsweep.cluster.workers", "Processes that take shards, on all machines", Membership::workers);
        cluster.add("parsweep.cluster.slots", "Points that can run at a time, on all machines", Membership::slots);
        cluster.add("parsweep.cluster.busy", "Slots that compute, on all machines", Membership::busy);
        Gauges<WorkerPool> workers = new Gauges<>(registry, pool);
        workers.add("parsweep.workers", "Points that can run at a time", WorkerPool::size);
        workers.add("parsweep.workers.busy", "Workers that compute a block", WorkerPool::busy);
        workers.add(
                "parsweep.workers.stuck",
                "Threads that were given up because a model ignores its interrupt, and still run",
                WorkerPool::stuckThreads);
        new Gauges<>(registry, waiting)
                .add("parsweep.queue.depth", "Shards that wait for a worker", WaitingShards::count);
    }

    private record Gauges<T>(MeterRegistry registry, T source) {
        void add(String name, String description, ToDoubleFunction<T> value) {
            Gauge.builder(name, source, value).description(description).register(registry);
        }
    }
}
