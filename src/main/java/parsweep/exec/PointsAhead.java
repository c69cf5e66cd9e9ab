package parsweep.exec;

import org.jspecify.annotations.Nullable;
import parsweep.model.Point;
import parsweep.model.Upcoming;

/**
 * The points of a block after the current one, each offered once. Towards the end of the block's time none is, because
 * what is begun then may be computed in vain. Confined to the session thread.
 */
final class PointsAhead implements Upcoming {
    /** As far ahead as sessions look: see {@code model.program.worker}. */
    private static final long HORIZON_NANOS = 10_000_000;

    /** Excluded points that are passed over at a time; the session asks again. */
    private static final int MAX_PASSED = 100;

    private final CurrentPoint point;
    private final long end;
    private long until;
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

    /**
     * Says when the block is full.
     *
     * @param nanos as of {@link System#nanoTime()}
     */
    void endAt(long nanos) {
        until = nanos - HORIZON_NANOS;
    }

    void at(long index) {
        current = index;
    }

    /** What was offered is offered again, to another session. */
    void rewind() {
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
        if (isPaused() || System.nanoTime() - until >= 0) {
            return null;
        }
        long last = Math.min(end, index + MAX_PASSED);
        while (index < last) {
            boolean isRun = !point.isExcluded(index);
            point.moveTo(index++);
            next = index;
            if (isRun && point.fault() == null) {
                return point;
            }
        }
        return null;
    }
}
