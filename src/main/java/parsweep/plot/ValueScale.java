package parsweep.plot;

import java.util.Arrays;
import java.util.List;

/**
 * A scale with its marks at the values that there are, if these are few.
 *
 * @param scale where values are
 * @param values ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record ValueScale(Scale scale, double[] values) implements Scale {
    @Override
    public double at(double value) {
        return scale.at(value);
    }

    @Override
    public List<Tick> ticks(int about) {
        if (values.length > about) {
            return scale.ticks(about);
        }
        return Arrays.stream(values)
                .mapToObj(value -> new Tick(at(value), Numerals.rounded(value)))
                .toList();
    }
}
