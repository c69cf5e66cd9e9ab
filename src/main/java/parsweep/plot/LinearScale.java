package parsweep.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal differences are equal lengths.
 *
 * @see <a href="https://doi.org/10.1016/B978-0-08-050753-8.50022-4">Heckbert (1990), nice numbers for graph labels</a>
 */
record LinearScale(double min, double max) implements Scale {
    private static final double[] NICE = {1, 2, 5, 10};

    /** A scale with some length, also where there is only one value. */
    static LinearScale of(double min, double max) {
        if (min < max) {
            return new LinearScale(min, max);
        }
        double half = min == 0 ? 0.5 : Math.abs(min) * 0.05;
        return new LinearScale(min - half, min + half);
    }

    /** The scale, a little longer on both sides, so that what is at its ends is not on the frame. */
    LinearScale padded(double fraction) {
        double padding = (max - min) * fraction;
        return new LinearScale(min - padding, max + padding);
    }

    @Override
    public double at(double value) {
        return (value - min) / (max - min);
    }

    @Override
    public List<Tick> ticks(int about) {
        double rough = (max - min) / Math.max(1, about);
        int exponent = (int) Math.floor(Math.log10(rough));
        double unit = Math.pow(10, exponent);
        double nice = NICE[NICE.length - 1];
        for (int i = NICE.length - 1; i >= 0; i--) {
            nice = NICE[i] * unit >= rough * (1 - 1e-9) ? NICE[i] : nice;
        }
        int lastDigit = nice == 10 ? exponent + 1 : exponent;
        double step = nice * unit;
        double largest = Math.max(Math.abs(min), Math.abs(max));
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(min / step - 1e-9);
        long last = (long) Math.floor(max / step + 1e-9);
        for (long k = first; k <= last; k++) {
            double value = k * nice * unit;
            ticks.add(new Tick(at(value), Numerals.of(value, lastDigit, largest)));
        }
        return ticks;
    }
}
