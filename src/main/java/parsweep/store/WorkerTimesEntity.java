package parsweep.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import parsweep.sweep.state.WorkerTimes;
import parsweep.sweep.state.WorkerTurn;

@Entity
@Table(name = "worker_times")
class WorkerTimesEntity {
    @EmbeddedId
    private Key key;

    private long turns;
    private long blocks;
    private double pointSeconds;
    private double computeSeconds;
    private double commitSeconds;
    private double seconds;
    private double waitSeconds;
    private Instant firstAt;
    private Instant lastAt;

    @Embeddable
    record Key(long sweepId, String worker) {}

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected WorkerTimesEntity() {}

    WorkerTimesEntity(Key key, Instant firstAt) {
        this.key = key;
        this.firstAt = firstAt;
        this.lastAt = firstAt;
    }

    void add(WorkerTurn turn, Instant endedAt) {
        turns++;
        blocks += turn.blocks();
        pointSeconds += turn.pointSeconds();
        computeSeconds += turn.computeSeconds();
        commitSeconds += turn.commitSeconds();
        seconds += turn.seconds();
        waitSeconds += turn.waitSeconds();
        lastAt = endedAt;
    }

    WorkerTimes toWorkerTimes() {
        return new WorkerTimes(
                key.worker(),
                turns,
                blocks,
                pointSeconds,
                computeSeconds,
                commitSeconds,
                seconds,
                waitSeconds,
                firstAt,
                lastAt);
    }
}
