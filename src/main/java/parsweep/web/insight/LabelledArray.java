package parsweep.web.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.web.question.FiniteNumbers;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An output over some parameters: an array whose axes say what they are.
 *
 * @param unit of the data
 * @param element that was taken from each array; null if the output is none
 * @param shape length of each dimension
 * @param data row-major, the last dimension varying fastest; NaN, in JSON null, where there is nothing
 * @param counts number of points that each cell of the data was made of
 * @param points number of points that all cells were made of
 * @param failed number of points that were selected and had failed
 */
@SuppressWarnings("ArrayRecordComponent") // an answer, never compared
public record LabelledArray(
        long sweep,
        String output,
        String unit,
        String reduce,
        @Nullable String element,
        List<Dimension> dims,
        int[] shape,
        @JsonSerialize(using = FiniteNumbers.class) double[] data,
        long[] counts,
        long points,
        long failed) {

    /**
     * An axis.
     *
     * @param kind {@code values} or {@code bins}
     * @param values numbers in ascending order, texts as they came; null for bins
     * @param edges one more than there are bins; null for values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dimension(
            String name, String unit, String kind, @Nullable List<Object> values, double @Nullable [] edges) {}
}
