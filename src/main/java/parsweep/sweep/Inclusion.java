package parsweep.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import parsweep.exec.Plan;
import parsweep.space.Values;

/**
 * How much of a space its constraints leave, as far as some points tell: all of them, if they are few, else one drawn at
 * random from each of as many equal runs of indices, so that no period of the space agrees with that of the sample.
 *
 * @param share of the points that are not excluded, in [0, 1]; from {@code sampled} points its standard error is at most
 *     {@code 0.5 / sqrt(sampled)}
 * @param points that are not excluded, by that share
 * @param sampled number of points that were looked at; all, and then the share is exact, if it is the size of the sweep
 * @param firstExcluded how many of the first points shown are excluded
 * @param lastExcluded how many of the last points shown are excluded
 */
public record Inclusion(double share, long points, long sampled, long firstExcluded, long lastExcluded) {
    /** A standard error of half a per cent at most; some milliseconds. */
    static final int MAX_SAMPLED = 10_000;

    /**
     * What was found.
     *
     * @param tried indices of points that are not excluded, the first, the middle and the last that was found, if any
     * @param scanSeconds what it took to look at one point
     */
    record Found(Inclusion inclusion, List<Long> tried, double scanSeconds) {}

    static Found of(Plan plan, long shown) {
        long size = plan.size();
        int sampled = (int) Math.min(size, MAX_SAMPLED);
        SplittableRandom random = new SplittableRandom(0); // the same definition, the same answer
        Values values = plan.newValues();
        List<Long> tried = new ArrayList<>();
        long started = System.nanoTime();
        for (int i = 0; i < sampled; i++) {
            long from = at(size, i, sampled);
            long index = from + random.nextLong(at(size, i + 1, sampled) - from);
            if (isIncluded(plan, index, values)) {
                tried.add(index);
            }
        }
        double seconds = (System.nanoTime() - started) * 1e-9 / sampled;
        double share = (double) tried.size() / sampled;
        Inclusion inclusion = new Inclusion(
                share,
                Math.round(share * size),
                sampled,
                excluded(plan, 0, shown, values),
                excluded(plan, size - shown, size, values));
        List<Long> some = tried.isEmpty()
                ? List.of()
                : List.of(tried.get(0), tried.get(tried.size() / 2), tried.get(tried.size() - 1));
        return new Found(inclusion, some, seconds);
    }

    /** Where the i-th of n equal runs of indices begins; exact, since sizes are below 2^53 and n is small. */
    private static long at(long size, int i, int n) {
        return size / n * i + size % n * i / n;
    }

    private static long excluded(Plan plan, long from, long to, Values values) {
        return LongStream.range(from, to)
                .filter(index -> !isIncluded(plan, index, values))
                .count();
    }

    private static boolean isIncluded(Plan plan, long index, Values values) {
        plan.read(index, values);
        return !values.isExcluded();
    }
}
