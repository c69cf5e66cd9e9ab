package parsweep.stats.sensitivity;

/**
 * Indices of sensitivity of one parameter from outputs along curves on which it swings fastest, by their spectra: its first
 * order index is the share of the variance at its frequency and the multiples of that, its total index is what is not at
 * the frequencies of the others, up to half of its own. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1999.10485594">Saltelli, Tarantola and Chan (1999)</a>
 */
public final class FourierIndices {
    private final int frequency;
    private final int harmonics;
    private final double[] cosines;
    private final double[] sines;
    private final BlockSums sums = new BlockSums(4);

    /**
     * @param samples of a curve, odd
     * @param frequency of the parameter: how often it swings along a curve
     * @param harmonics multiples of the frequency that count as its own; the highest is below half of {@code samples}
     */
    public FourierIndices(int samples, int frequency, int harmonics) {
        this.frequency = frequency;
        this.harmonics = harmonics;
        this.cosines = new double[samples];
        this.sines = new double[samples];
        for (int k = 0; k < samples; k++) {
            cosines[k] = StrictMath.cos(2 * Math.PI * k / samples);
            sines[k] = StrictMath.sin(2 * Math.PI * k / samples);
        }
    }

    /** The indices. */
    public record Indices(Estimate first, Estimate total) {}

    /**
     * Adds a curve.
     *
     * @param outputs along the curve, in order; only read
     */
    public void add(double[] outputs) {
        double mean = 0;
        for (double output : outputs) {
            mean += (output - outputs[0]) / outputs.length;
        }
        mean += outputs[0];
        double variance = 0;
        for (double output : outputs) {
            variance += (output - mean) * (output - mean) / outputs.length;
        }
        double own = 0;
        for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
            own += power(outputs, mean, harmonic * frequency);
        }
        double others = 0;
        for (int other = 1; other <= frequency / 2; other++) {
            others += power(outputs, mean, other);
        }
        sums.add(new double[] {1, variance, own, others});
    }

    /** The variance at one frequency: twice the squared magnitude of its Fourier coefficient. */
    private double power(double[] outputs, double mean, int of) {
        double real = 0;
        double imaginary = 0;
        int phase = 0;
        for (double output : outputs) {
            real += (output - mean) * cosines[phase];
            imaginary += (output - mean) * sines[phase];
            phase += of;
            if (phase >= cosines.length) {
                phase -= cosines.length;
            }
        }
        double n = outputs.length;
        return 2 * (real / n * (real / n) + imaginary / n * (imaginary / n));
    }

    /** Number of curves. */
    public long count() {
        return sums.blocks();
    }

    /**
     * The indices; NaN if the output does not vary.
     *
     * @param resamples of the bootstrap over curves; 0, or a single curve, for no intervals
     */
    public Indices indices(int resamples) {
        Estimate[] estimates = sums.estimate(
                of -> {
                    double scale = of[1] > 0 ? 1 / of[1] : Double.NaN;
                    return new double[] {of[2] * scale, 1 - of[3] * scale};
                },
                resamples);
        return new Indices(estimates[0], estimates[1]);
    }
}
