package parsweep.web.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two sweeps beside each other; the other one is called {@code with}.
 *
 * @param identical whether all outcomes have the same bits
 * @param alignedBy {@code fingerprint} if that said it all, {@code index}, or {@code parameters}
 * @param parameters by which points were matched, besides their replicate
 * @param tolerance relative; what differs by more counts as different
 * @param common number of points that both have
 * @param onlyInSweep number of points that only this one has
 * @param onlyInWith number of points that only the other one has
 * @param statusDiffers number of common points of which one failed
 * @param warning what was not compared; null if there is nothing to say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Comparison(
        long sweep,
        long with,
        boolean identical,
        String alignedBy,
        List<String> parameters,
        double tolerance,
        long common,
        long onlyInSweep,
        long onlyInWith,
        long statusDiffers,
        @Nullable String warning,
        List<Change> definition,
        List<OfOutput> outputs) {

    /** A field of the definition that is not the same: its values as JSON, shortened; null where it is not there. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(
            String field, @Nullable String sweep, @Nullable String with) {}

    /**
     * The differences of one output.
     *
     * @param compared number of values
     * @param different number of points at which it differs by more than the tolerance
     * @param largestAbsolute null if no finite values differ
     * @param largestRelative over the larger magnitude of the two; null if no finite values differ
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfOutput(
            String name,
            String unit,
            long compared,
            long different,
            @Nullable Difference largestAbsolute,
            @Nullable Difference largestRelative) {}

    /**
     * A difference and where it is.
     *
     * @param difference 0 or more
     * @param element of an array; null if the output is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Difference(
            double difference,
            double sweep,
            double with,
            @Nullable Integer element,
            long index,
            long indexInWith,
            Map<String, Object> parameters,
            int replicate) {}
}
