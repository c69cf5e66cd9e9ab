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
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.LockedSweep;
import parsweep.sweep.Sweep;
import parsweep.sweep.SweepException;
import parsweep.sweep.SweepState;
import parsweep.sweep.SweepStore.NewSweep;
import parsweep.sweep.Tally;

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

    private double weight;
    private int maxParallelism;
    private long nextIndex;
    private double clock;

    @Embedded
    private TallyColumns tally;

    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;

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
        weight = sweep.weight();
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
                tally.toTally().plus(running),
                createdAt,
                startedAt,
                finishedAt,
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
    public SweepState state() {
        return state;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public int maxParallelism() {
        return maxParallelism;
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
        state = next;
        message = why;
        if (next == SweepState.RUNNING && startedAt == null) {
            startedAt = now;
        }
        if (next.isTerminal()) {
            finishedAt = now;
        }
    }
}
