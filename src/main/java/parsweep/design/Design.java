package parsweep.design;

/** Points of the unit cube, each computed from its index alone. Immutable; shared by all workers. */
public sealed interface Design permits RandomPoints, LatinHypercube, Sobol, Halton, SensitivityDesign {
    Extent extent();

    /**
     * The coordinates of a point.
     *
     * @param index in {@code [0, count)}; not checked, this is the inner loop
     * @return one for each dimension, each in {@code [0, 1)}
     */
    double[] point(long index);
}
