package parsweep.queue.turn;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import parsweep.outcome.Block;
import parsweep.queue.membership.Throughput;

/** What Prometheus is told of blocks and their points. */
public final class BlockMetrics {
    private final MeterRegistry registry;
    private final Throughput throughput;
    private final AtomicInteger blocksInFlight = new AtomicInteger();

    public BlockMetrics(MeterRegistry registry, Throughput throughput) {
        this.registry = registry;
        this.throughput = throughput;
        Gauge.builder("parsweep.blocks.in.flight", blocksInFlight, AtomicInteger::get)
                .description("Blocks that are computed and not yet committed")
                .register(registry);
    }

    /** Measures a commit; if it stored the block, the block and its points are counted. */
    boolean commit(String model, Block block, BooleanSupplier commit) {
        boolean committed = commitAgain(model, commit);
        if (committed) {
            throughput.add(block.count());
            points("done", model).increment(block.count() - block.failed() - block.excluded());
            points("failed", model).increment(block.failed());
            points("excluded", model).increment(block.excluded());
            timer("parsweep.block", "Time in the model, by block", model)
                    .record(Duration.ofNanos((long) (block.seconds() * 1e9)));
            Timer point = timer("parsweep.point", "Time in the model, by point; at most 256 points a block", model);
            for (float seconds : block.sampledSeconds()) {
                point.record(Duration.ofNanos((long) (seconds * 1e9)));
            }
        }
        return committed;
    }

    /** Measures a commit of points that have been counted before. */
    boolean commitAgain(String model, BooleanSupplier commit) {
        blocksInFlight.incrementAndGet();
        long started = System.nanoTime();
        try {
            return commit.getAsBoolean();
        } finally {
            blocksInFlight.decrementAndGet();
            timer("parsweep.commit", "Transactions that store a block", model)
                    .record(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private Counter points(String status, String model) {
        return Counter.builder("parsweep.points")
                .description("Points that got an outcome, or are excluded")
                .tag("status", status)
                .tag("model", model)
                .register(registry);
    }

    private Timer timer(String name, String description, String model) {
        return Timer.builder(name)
                .description(description)
                .tag("model", model)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }
}
