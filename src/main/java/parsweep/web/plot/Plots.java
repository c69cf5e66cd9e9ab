package parsweep.web.plot;

import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.web.insight.LabelledArray;

/** What the parameters of plots mean, and what is said when there is nothing to show. */
final class Plots {
    static final String OUTPUT = "may be absent if there is one only";
    static final String REDUCE = "of the points of a cell: mean, median, min, max, std, sum or count";

    private Plots() {}

    /**
     * Refuses to draw nothing.
     *
     * @throws SweepException if there is nothing
     */
    static void requirePoints(LabelledArray array) {
        if (array.dims().stream().anyMatch(ArrayAxes::isEmpty)) {
            throw noPoints(array.sweep());
        }
    }

    /** There is nothing to draw. */
    static SweepException noPoints(long sweep) {
        return new SweepException(
                Problem.CONFLICT,
                "sweep %d has no such points (expected: at least 1; later, or by another where)".formatted(sweep));
    }
}
