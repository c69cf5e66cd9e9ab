package parsweep.design;

import java.util.List;
import parsweep.design.distribution.Distribution;
import parsweep.design.distribution.NumericDistribution;
import parsweep.space.PointReader;
import parsweep.space.Sampler;

/**
 * A design whose coordinates are turned into values, each by the inverse distribution function of its dimension.
 *
 * <p>A coordinate of exactly 0, which is the first point of Sobol and Halton sequences, would be minus infinity where a
 * distribution has no lower end. It stands for the first of {@code count} cells, {@code [0, 1 / count)}, and such a
 * distribution takes the middle of that cell, {@code 1 / (2 count)}, in its place. Other coordinates are at least
 * 2<sup>-106</sup> and at most {@code 1 - 2^-53}.
 */
public record Sampling(Design design, List<Distribution> distributions) implements Sampler {
    /**
     * @throws IllegalArgumentException if there is not one distribution for each dimension
     */
    public Sampling {
        distributions = List.copyOf(distributions);
        if (distributions.size() != design.extent().dimensions()) {
            throw new IllegalArgumentException("%d distributions (expected: %d, one for each dimension)"
                    .formatted(distributions.size(), design.extent().dimensions()));
        }
    }

    @Override
    public long count() {
        return design.extent().count();
    }

    @Override
    public int dimensions() {
        return design.extent().dimensions();
    }

    @Override
    public PointReader reader(int[] slots) {
        Distribution[] byDimension = distributions.toArray(Distribution[]::new);
        double[] zeros = distributions.stream().mapToDouble(this::zero).toArray();
        int[] targets = slots.clone();
        return (index, target) -> {
            double[] point = design.point(index);
            for (int j = 0; j < point.length; j++) {
                byDimension[j].read(point[j] == 0 ? zeros[j] : point[j], targets[j], target);
            }
        };
    }

    /** What takes the place of 0. */
    private double zero(Distribution distribution) {
        boolean endless = distribution instanceof NumericDistribution numeric && Double.isInfinite(numeric.min());
        return endless ? 0.5 / count() : 0;
    }
}
