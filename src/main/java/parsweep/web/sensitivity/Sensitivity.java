package parsweep.web.sensitivity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.stats.sensitivity.Estimate;
import parsweep.web.question.FiniteNumbers;

/**
 * How much an output depends on each parameter.
 *
 * @param output with {@code .element} behind it for an array
 * @param method {@code morris}, {@code saltelli} or {@code fast} by the design of the points; {@code ranks} for others
 * @param points number of points that were used
 * @param blocks what was used: trajectories, blocks or curves; null for ranks
 * @param dropped those of them in which a point failed or is not finite; for ranks, such points
 * @param pending those of them in which a point has no outcome yet; null for ranks
 * @param confidence of the intervals
 * @param warning what the points do not support; null if there is nothing to say
 * @param pairs indices of second order; null if there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sensitivity(
        long sweep,
        String output,
        String unit,
        String method,
        long points,
        @Nullable Long blocks,
        long dropped,
        @Nullable Long pending,
        double confidence,
        @Nullable String warning,
        List<OfParameter> parameters,
        @Nullable List<OfPair> pairs) {

    /**
     * The indices of a parameter.
     *
     * @param indices {@code S1} and {@code ST}; {@code mu}, {@code muStar} and {@code sigma}; or {@code spearman},
     *     {@code prcc} and {@code firstOrder}
     */
    public record OfParameter(String name, String unit, Map<String, Index> indices) {}

    /** The index of two parameters. */
    public record OfPair(List<String> names, Index S2) {}

    /** A value and the ends of its interval; null is what could not be estimated. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Index(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {
        static Index of(Estimate estimate) {
            return new Index(
                    FiniteNumbers.orNull(estimate.value()),
                    FiniteNumbers.orNull(estimate.low()),
                    FiniteNumbers.orNull(estimate.high()));
        }
    }
}
