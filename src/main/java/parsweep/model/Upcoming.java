package parsweep.model;

import org.jspecify.annotations.Nullable;

/**
 * The points that a session will most likely be asked for after the current one, in that order, for sessions that send
 * points ahead to where they are computed. What a session makes of them changes nothing but its speed.
 */
public interface Upcoming {
    /**
     * The next of them, once.
     *
     * @return valid until the next call; null if none is known or it should not be begun now
     */
    @Nullable
    Point next();

    /** Offers again, from the one after the current point, what was offered. */
    void rewind();
}
