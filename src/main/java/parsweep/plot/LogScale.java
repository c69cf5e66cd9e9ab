package parsweep.plot;

import java.util.ArrayList;
import java.util.List;

/** Equal ratios are equal lengths. */
record LogScale(double min, double max) implements Scale {
    /** Fewer decades than these get marks in between with labels. */
    private static final double FEW_DECADES = 2;

    /**
     * @throws IllegalArgumentException if {@code min} is not positive, or {@code max} is less
     */
    LogScale {
        if (!(min > 0) || !(max >= min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException(
                    "a logarithmic axis from %s to %s (expected: 0 < min <= max)".formatted(min, max));
        }
        if (min == max) {
            min /= 2;
            max *= 2;
        }
    }

    @Override
    public double at(double value) {
        return Math.log(value / min) / Math.log(max / min);
    }

    @Override
    public List<Tick> ticks(int about) {
        double decades = Math.log10(max / min);
        if (decades < 0.7) { // too short for powers of ten
            return new LinearScale(min, max)
                    .ticks(about).stream()
                            .map(tick -> new Tick(at(min + tick.at() * (max - min)), tick.label()))
                            .toList();
        }
        int stride = (int) Math.max(1, Math.ceil(decades / Math.max(1, about)));
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(min) + 1e-9);
        int last = (int) Math.floor(Math.log10(max) + 1e-9);
        boolean isPlain = Numerals.isPlain(first, last);
        for (int exponent = first; exponent <= last; exponent++) {
            for (int mantissa = 1; mantissa < (stride == 1 ? 10 : 2); mantissa++) {
                double at = at(mantissa * Math.pow(10, exponent));
                if (at > -1e-9 && at < 1 + 1e-9) {
                    boolean labelled = (mantissa == 1 && Math.floorMod(exponent, stride) == 0)
                            || (decades < FEW_DECADES && (mantissa == 2 || mantissa == 5));
                    ticks.add(new Tick(at, labelled ? Numerals.ofLogarithmic(mantissa, exponent, isPlain) : ""));
                }
            }
        }
        return ticks;
    }
}
