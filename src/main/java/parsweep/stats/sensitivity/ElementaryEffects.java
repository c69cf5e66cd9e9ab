package parsweep.stats.sensitivity;

import org.jspecify.annotations.Nullable;

/**
 * The elementary effects of parameters along trajectories: their mean {@code mu}, the mean of their magnitudes
 * {@code mu*}, which does not cancel, and their standard deviation {@code sigma}, which is 0 where an output is linear
 * and nothing interacts. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1991.10484804">Morris (1991)</a>
 * @see <a href="https://doi.org/10.1016/j.envsoft.2006.10.004">Campolongo, Cariboni and Saltelli (2007), on mu*</a>
 */
public final class ElementaryEffects {
    private final int dimensions;
    private final BlockSums sums;
    private final double[] numbers;
    private double @Nullable [] first;

    public ElementaryEffects(int dimensions) {
        this.dimensions = dimensions;
        this.numbers = new double[1 + 3 * dimensions];
        this.sums = new BlockSums(numbers.length);
    }

    /** The estimates of one parameter. */
    public record Effect(Estimate mu, Estimate muStar, Estimate sigma) {}

    /**
     * Adds a trajectory.
     *
     * @param effects change of the output over change of the parameter, for each parameter
     */
    public void add(double... effects) {
        double[] origin = first;
        if (origin == null) {
            origin = effects.clone();
            first = origin;
        }
        numbers[0] = 1;
        for (int j = 0; j < dimensions; j++) {
            double shifted = effects[j] - origin[j];
            numbers[1 + 3 * j] = Math.abs(effects[j]);
            numbers[2 + 3 * j] = shifted;
            numbers[3 + 3 * j] = shifted * shifted;
        }
        sums.add(numbers);
    }

    /** Number of trajectories. */
    public long count() {
        return sums.blocks();
    }

    /**
     * The effects of all parameters.
     *
     * @param resamples of the bootstrap over trajectories; 0 for no intervals
     */
    public Effect[] effects(int resamples) {
        double[] origin = first == null ? new double[dimensions] : first;
        Estimate[] estimates = sums.estimate(
                of -> {
                    double n = of[0];
                    double[] values = new double[3 * dimensions];
                    for (int j = 0; j < dimensions; j++) {
                        double shifted = of[2 + 3 * j] / n;
                        values[3 * j] = origin[j] + shifted;
                        values[3 * j + 1] = of[1 + 3 * j] / n;
                        values[3 * j + 2] = Math.sqrt(Math.max(0, of[3 + 3 * j] - n * shifted * shifted) / (n - 1));
                    }
                    return values;
                },
                resamples);
        Effect[] effects = new Effect[dimensions];
        for (int j = 0; j < dimensions; j++) {
            effects[j] = new Effect(estimates[3 * j], estimates[3 * j + 1], estimates[3 * j + 2]);
        }
        return effects;
    }
}
