package parsweep.web.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of outputs, for each group of points.
 *
 * @param groupBy parameters that tell groups apart
 * @param confidence of the intervals
 * @param groups in the order of their first points
 */
public record Summary(long sweep, List<String> groupBy, double confidence, List<Group> groups) {
    /**
     * Points that have the same values of some parameters.
     *
     * @param key those values
     */
    public record Group(Map<String, Object> key, List<OutputSummary> outputs) {}

    /**
     * Statistics of one output. What does not exist, such as the deviation of one value, is null.
     *
     * @param name with {@code .element} behind it for an array
     * @param count number of values
     * @param failed number of points of the group that failed
     * @param nonFinite number of values that are NaN or infinite, and of points that have no such element
     * @param standardDeviation with the divisor count - 1
     * @param standardError of the mean
     * @param confidenceInterval of the mean, by Student's distribution: its two ends
     * @param quantiles by their probability
     * @param quantileError how far the rank of a quantile may be from the one that was asked for, as a share of the
     *     count; 0 if quantiles are exact
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OutputSummary(
            String name,
            String unit,
            long count,
            long failed,
            long nonFinite,
            @Nullable Double mean,
            @Nullable Double standardDeviation,
            @Nullable Double standardError,
            @Nullable List<Double> confidenceInterval,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Map<String, Double> quantiles,
            double quantileError,
            @Nullable Histogram histogram) {}

    /**
     * A histogram.
     *
     * @param edges one more than there are bins
     */
    @SuppressWarnings("ArrayRecordComponent") // an answer, never compared
    public record Histogram(double[] edges, long[] counts) {}
}
