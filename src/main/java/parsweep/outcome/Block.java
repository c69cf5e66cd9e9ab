package parsweep.outcome;

import java.util.List;

/**
 * A contiguous run of computed points, ready to be stored.
 *
 * @param first index of the first point
 * @param count number of points, at least 1
 * @param failed how many of them failed
 * @param excluded how many of them a constraint excludes
 * @param seconds time spent in the model, summed over the points, and on finding out which are excluded
 * @param slowest time of the slowest of the points, in seconds
 * @param fingerprint sum over the points
 * @param payload the outcomes; see {@link Outcomes}
 * @param sampledSeconds the times of up to {@link #MAX_SAMPLES} of the points that were tried, evenly spaced, for statistics
 * @param failures of the block, grouped
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the worker to the store, never compared
public record Block(
        long first,
        int count,
        int failed,
        int excluded,
        double seconds,
        double slowest,
        Fingerprint fingerprint,
        byte[] payload,
        float[] sampledSeconds,
        List<FailureGroup> failures) {
    static final int MAX_SAMPLES = 256;

    public long end() {
        return first + count;
    }
}
