package parsweep.design;

import org.apache.commons.rng.UniformRandomProvider;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/**
 * A Latin hypercube: each of the {@code count} strata of every axis holds exactly one point, which is uniform in it.
 *
 * <p>Coordinate {@code j} of point {@code i} is {@code (p_j(i) + u) / count}, where {@code p_j} is a keyed permutation
 * and {@code u} is draw {@code j} of the jitter of {@code i}. Stratum {@code k} is the doubles from {@code k / count}
 * up to, but not including, {@code (k + 1) / count}: what rounding would put at that end is put below it.
 *
 * @see <a href="https://doi.org/10.2307/1268522">McKay, Beckman and Conover (1979)</a>
 */
public final class LatinHypercube implements Design {
    private final Extent extent;
    private final long seed;
    private final KeyedPermutation[] strata;

    public LatinHypercube(Extent extent, long seed) {
        this.extent = extent;
        this.seed = seed;
        this.strata = new KeyedPermutation[extent.dimensions()];
        for (int j = 0; j < strata.length; j++) {
            strata[j] = new KeyedPermutation(extent.count(), DesignStream.of(seed, Purpose.PERMUTATION, j));
        }
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public double[] point(long index) {
        UniformRandomProvider jitter = DesignStream.of(seed, Purpose.JITTER, index);
        double count = extent.count();
        double[] point = new double[strata.length];
        for (int j = 0; j < point.length; j++) {
            long stratum = strata[j].at(index);
            point[j] = Math.min((stratum + jitter.nextDouble()) / count, Math.nextDown((stratum + 1) / count));
        }
        return point;
    }
}
