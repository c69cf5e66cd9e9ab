package parsweep.sweep.state;

import parsweep.outcome.Block;
import parsweep.outcome.Fingerprint;

/**
 * What some points came to.
 *
 * @param finished number of points that have an outcome or are excluded
 * @param failed how many of them failed
 * @param excluded how many of them a constraint excludes
 * @param seconds time spent in the model, summed over the points, and on finding out which are excluded
 * @param bytes of stored payload
 */
public record Tally(long finished, long failed, long excluded, double seconds, long bytes, Fingerprint fingerprint) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, Fingerprint.NONE);

    public static Tally of(Block block) {
        return new Tally(
                block.count(),
                block.failed(),
                block.excluded(),
                block.seconds(),
                block.payload().length,
                block.fingerprint());
    }

    /** Number of points that have outputs. */
    public long done() {
        return finished - failed - excluded;
    }

    public Tally plus(Tally other) {
        return new Tally(
                finished + other.finished,
                failed + other.failed,
                excluded + other.excluded,
                seconds + other.seconds,
                bytes + other.bytes,
                fingerprint.plus(other.fingerprint));
    }

    public Tally minus(Tally other) {
        return new Tally(
                finished - other.finished,
                failed - other.failed,
                excluded - other.excluded,
                seconds - other.seconds,
                bytes - other.bytes,
                fingerprint.minus(other.fingerprint));
    }
}
