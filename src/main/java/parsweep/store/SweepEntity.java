package parsweep.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Refill;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore.NewSweep;
import parsweep.sweep.state.Tally;

@Entity
@Table(name = "sweep")
@DynamicUpdate
class SweepEntity implements LockedSweep {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private String model;
    private String modelVersion;

    private long size;

    @Enumerated(EnumType.STRING)
    private SweepState state;

    private double priority;
    private int maxParallelism;

    /** The kinds of failure of a {@link Refill}; null if there is none. */
    @Column(length = 100)
    private @Nullable String refill;

    private long nextIndex;
    private double clock;

    @Embedded
    private TallyColumns tally;

    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Long retentionSeconds;
    private double ranSeconds;
    private @Nullable Instant runningSince;

    @Column(length = 2000)
    private @Nullable String message;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected SweepEntity() {}

    SweepEntity(NewSweep sweep, Instant now) {
        name = sweep.name();
        model = sweep.model();
        modelVersion = sweep.modelVersion();
        size = sweep.size();
        state = SweepState.QUEUED;
        priority = sweep.priority();
        retentionSeconds = sweep.retention() == null ? null : sweep.retention().toSeconds();
        maxParallelism = sweep.maxParallelism();
        tally = new TallyColumns();
        createdAt = now;
    }

    Sweep toSweep(Tally running) {
        return new Sweep(
                id(),
                name,
                model,
                modelVersion,
                size,
                state,
                priority,
                maxParallelism,
                refill(),
                tally.toTally().plus(running),
                new Sweep.Times(
                        createdAt,
                        startedAt,
                        finishedAt,
                        expiresAt,
                        Duration.ofNanos((long) (ranSeconds * 1e9)),
                        runningSince),
                message);
    }

    @Override
    public long id() {
        if (id == null) {
            throw new IllegalStateException("a sweep that has not been inserted");
        }
        return id;
    }

    @Override
    public String modelVersion() {
        return modelVersion;
    }

    @Override
    public SweepState state() {
        return state;
    }

    @Override
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void setSize(long newSize) {
        size = newSize;
    }

    @Override
    public boolean isStarted() {
        return startedAt != null;
    }

    @Override
    public double priority() {
        return priority;
    }

    @Override
    public void setPriority(double newPriority) {
        priority = newPriority;
    }

    @Override
    public int maxParallelism() {
        return maxParallelism;
    }

    @Override
    public void setMaxParallelism(int newMaxParallelism) {
        maxParallelism = newMaxParallelism;
    }

    @Override
    public @Nullable Refill refill() {
        return refill == null ? null : Refill.parse(refill);
    }

    @Override
    public void setRefill(@Nullable Refill newRefill) {
        refill = newRefill == null ? null : newRefill.toString();
    }

    @Override
    public long nextIndex() {
        return nextIndex;
    }

    @Override
    public void setNextIndex(long index) {
        nextIndex = index;
    }

    @Override
    public double clock() {
        return clock;
    }

    @Override
    public void setClock(double newClock) {
        clock = newClock;
    }

    @Override
    public Tally folded() {
        return tally.toTally();
    }

    @Override
    public void fold(Tally more) {
        tally.add(more);
    }

    @Override
    public void become(SweepState next, Instant now, @Nullable String why) {
        if (!state.canBecome(next)) {
            throw new SweepException(
                    SweepException.Problem.CONFLICT,
                    "sweep %d is %s and cannot become %s".formatted(id(), state, next));
        }
        if (runningSince != null) {
            ranSeconds += Duration.between(runningSince, now).toNanos() * 1e-9;
        }
        runningSince = next == SweepState.RUNNING ? now : null;
        if (next == SweepState.RUNNING && startedAt == null) {
            startedAt = now;
        }
        if (next.isTerminal()) {
            end(next, now);
        } else {
            finishedAt = null;
            expiresAt = null;
        }
        state = next;
        message = why;
    }

    private void end(SweepState next, Instant now) {
        finishedAt = now;
        expiresAt = retentionSeconds == null ? null : now.plusSeconds(retentionSeconds);
        if (next == SweepState.COMPLETED) {
            refill = null; // nothing is left to do
        }
    }
}
