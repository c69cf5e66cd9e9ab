package parsweep.sweep.state;

/**
 * Start-time fair queueing: every shard gets a start tag, and shards run in the order of their tags. A sweep's clock is
 * the service it has been promised so far, in seconds of one worker divided by its weight; a shard's tag is that clock,
 * but never earlier than the virtual time, the smallest tag that is still outstanding, so that a sweep that comes late
 * or sleeps does not claim the past.
 *
 * @see <a href="https://doi.org/10.1109/90.649569">Goyal, Vin and Cheng (1997)</a>
 */
public final class FairShare {
    private FairShare() {}

    /** The tag of a sweep's next shard. */
    public static double startTag(double sweepClock, double virtualTime) {
        return Math.max(sweepClock, virtualTime);
    }

    /** The clock after a shard that is promised {@code seconds} of a worker. */
    public static double advance(double startTag, double seconds, double weight) {
        return startTag + seconds / weight;
    }
}
