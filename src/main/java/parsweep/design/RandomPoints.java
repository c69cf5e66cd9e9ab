package parsweep.design;

import org.apache.commons.rng.UniformRandomProvider;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/**
 * Independent points, uniform in the unit cube, with coordinates that are multiples of 2<sup>-53</sup>.
 *
 * <p>Point {@code i} is, bit for bit, NumPy's
 * {@code numpy.random.Generator(numpy.random.Philox(key=[seed, 1], counter=[0, i, 0, 0])).random(dimensions)}.
 */
public record RandomPoints(Extent extent, long seed) implements Design {
    @Override
    public double[] point(long index) {
        UniformRandomProvider random = DesignStream.of(seed, Purpose.POINT, index);
        double[] point = new double[extent.dimensions()];
        for (int j = 0; j < point.length; j++) {
            point[j] = random.nextDouble();
        }
        return point;
    }
}
