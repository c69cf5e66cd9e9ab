package parsweep.sweep.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;
import parsweep.sweep.Sweeps;
import parsweep.sweep.audit.SpeedUp.SlowPoint;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.BlockStore.Slowest;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.TurnStore;

/** Says where the time of a sweep went. */
public final class SpeedUps {
    /** Blocks of version 0.1 do not say how long their slowest point took; no more of them than these are searched. */
    private static final int MAX_BLOCKS = 1000;

    private static final Comparator<SlowPoint> BY_TIME = Comparator.comparingDouble(SlowPoint::seconds)
            .thenComparing(Comparator.comparingLong(SlowPoint::index).reversed());

    private final Sweeps sweeps;
    private final BlockStore blocks;
    private final TurnStore turns;
    private final Clock clock;

    SpeedUps(Sweeps sweeps, BlockStore blocks, TurnStore turns, Clock clock) {
        this.sweeps = sweeps;
        this.blocks = blocks;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * The answer for a sweep as it is now.
     *
     * @param slowest how many of the slowest points to name
     * @throws SweepException if there is no such sweep
     */
    public SpeedUp of(long id, int slowest) {
        SweepResults results = sweeps.results(id);
        Sweep sweep = results.sweep();
        return SpeedUp.of(sweep, sweeps.workers(), clock.instant(), turns.of(id), slowest(results, slowest));
    }

    /** Reads as many blocks as there are points asked for, at most: those with the slowest points. */
    private List<SlowPoint> slowest(SweepResults results, int count) {
        PriorityQueue<SlowPoint> found = new PriorityQueue<>(BY_TIME); // the fastest first
        if (count > 0) {
            for (Slowest block : blocks.slowest(results.sweep().id(), Math.max(MAX_BLOCKS, count))) {
                if (found.size() == count && found.element().seconds() >= block.seconds()) {
                    break;
                }
                collect(results.next(block.first()), count, found);
            }
        }
        List<SlowPoint> sorted = new ArrayList<>(found);
        sorted.sort(BY_TIME.reversed());
        return sorted;
    }

    private static void collect(@Nullable OutcomeBlock block, int count, PriorityQueue<SlowPoint> found) {
        if (block == null) {
            return; // deleted in between
        }
        for (int row = 0; row < block.outcomes().rows(); row++) {
            double seconds = block.outcomes().seconds(row);
            if (found.size() < count || seconds > found.element().seconds()) {
                found.add(new SlowPoint(block.index(row), seconds));
                if (found.size() > count) {
                    found.remove();
                }
            }
        }
    }
}
