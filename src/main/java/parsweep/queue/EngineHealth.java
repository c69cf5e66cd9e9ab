package parsweep.queue;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import parsweep.exec.WorkerPool;
import parsweep.sweep.limit.SweepLimits;

/** Whether this process can compute: there is room for results, and models do not hold too many threads. */
final class EngineHealth implements HealthIndicator {
    private final Intake intake;
    private final WorkerPool pool;
    private final int stuckThreads;

    EngineHealth(Intake intake, WorkerPool pool, SweepLimits limits) {
        this.intake = intake;
        this.pool = pool;
        this.stuckThreads = limits.stuckThreads() == null ? pool.size() : limits.stuckThreads();
    }

    @Override
    public Health health() {
        int stuck = pool.stuckThreads();
        Optional<String> shortage = intake.shortage();
        Health.Builder health = stuck > stuckThreads ? Health.down() : Health.up();
        if (stuck > stuckThreads) {
            health.withDetail(
                    "reason",
                    "%d threads hang in models that ignore their interrupt (expected: at most %s); only a restart ends them"
                            .formatted(stuck, SweepLimits.setting("stuck-threads", stuckThreads)));
        } else if (shortage.isPresent()) {
            health.outOfService().withDetail("reason", shortage.get());
        }
        return health.withDetail("workers", pool.size())
                .withDetail("stuckThreads", stuck)
                .build();
    }
}
