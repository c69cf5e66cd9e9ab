package parsweep.web.system;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import parsweep.sweep.limit.Occupancy;
import parsweep.sweep.limit.SweepLimits;
import parsweep.sweep.state.Database;
import parsweep.web.WebLimits;
import parsweep.web.system.SystemResponse.Heap;
import parsweep.web.system.SystemResponse.Limits;
import parsweep.web.system.SystemResponse.Points;
import parsweep.web.system.SystemResponse.Queue;
import parsweep.web.system.SystemResponse.Workers;

/** Reads what the service counts. What the engine counts comes from its metrics, as Prometheus gets it. */
@Component
class SystemGauges {
    private final MeterRegistry metrics;
    private final Occupancy occupancy;
    private final Limits limits;
    private final String version;
    private final String database;

    SystemGauges(
            MeterRegistry metrics,
            Occupancy occupancy,
            SweepLimits sweepLimits,
            WebLimits webLimits,
            ObjectProvider<BuildProperties> build,
            Database database) {
        this.metrics = metrics;
        this.occupancy = occupancy;
        this.limits = limits(sweepLimits, webLimits);
        BuildProperties properties = build.getIfAvailable();
        this.version = Objects.requireNonNullElse(properties == null ? null : properties.getVersion(), "unknown");
        this.database = database.name();
    }

    private static Limits limits(SweepLimits sweep, WebLimits web) {
        return new Limits(
                sweep.points(),
                sweep.activeSweeps(),
                sweep.bytesPerSweep().toBytes(),
                sweep.bytes().toBytes(),
                sweep.body().toBytes(),
                sweep.freeDisk().toBytes(),
                web.eventStreams(),
                web.downloads());
    }

    SystemResponse read() {
        Runtime runtime = Runtime.getRuntime();
        return new SystemResponse(
                version,
                System.getProperty("java.version"),
                runtime.availableProcessors(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                new Heap(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
                new Workers((int) gauge("parsweep.workers"), (int) gauge("parsweep.workers.busy"), (int)
                        gauge("parsweep.workers.stuck")),
                new Queue(gauge("parsweep.queue.depth"), occupancy.activeSweeps()),
                new Points(points("done"), points("failed")),
                new SystemResponse.Database(
                        database,
                        occupancy.resultBytes(),
                        orNull(occupancy.databaseBytes()),
                        orNull(occupancy.freeBytes())),
                limits);
    }

    private long gauge(String name) {
        Gauge gauge = metrics.find(name).gauge();
        return gauge == null || !Double.isFinite(gauge.value()) ? 0 : (long) gauge.value();
    }

    /** Of all models. */
    private long points(String status) {
        return metrics.find("parsweep.points").tag("status", status).counters().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    private static @Nullable Long orNull(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() : null;
    }
}
