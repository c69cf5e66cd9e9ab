package parsweep.exec;

import org.jspecify.annotations.Nullable;
import parsweep.model.Point;
import parsweep.model.Upcoming;

/**
 * The points of a shard after the current one, each offered once. They go on beyond the block: the session that has them
 * computes them while the block is stored, and is asked for them by the next. Confined to the session thread.
 */
final class PointsAhead implements Upcoming {
    /** Excluded points that are passed over at a time; the session asks again. */
    private static final int MAX_PASSED = 100;

    private final CurrentPoint point;
    private final long end;
    private long current;
    private long next;
    private long aloneBefore;

    /**
     * @param end the first index that is not offered
     */
    PointsAhead(Plan plan, long end) {
        this.point = new CurrentPoint(plan);
        this.end = end;
    }

    void at(long index) {
        current = index;
    }

    @Override
    public void rewind() {
        next = 0;
    }

    /** Offers none until the current point and so many after it are done. */
    void pauseFor(int points) {
        aloneBefore = current + points + 1;
    }

    boolean isPaused() {
        return current < aloneBefore;
    }

    @Override
    public @Nullable Point next() {
        long index = Math.max(next, current + 1);
        if (isPaused()) {
            return null;
        }
        long last = Math.min(end, index + MAX_PASSED);
        while (index < last) {
            point.moveTo(index++);
            next = index;
            if (!point.isExcluded() && point.fault() == null) {
                return point;
            }
        }
        return null;
    }
}
