package parsweep.design.distribution;

import parsweep.space.Axis;
import parsweep.space.ValueType;
import parsweep.space.Values;

/** The values of an axis, equally likely; one that stands there twice is twice as likely. */
public record Choice(Axis values) implements Distribution {
    /**
     * @throws IllegalArgumentException if there are none, or more than 2<sup>53</sup>
     */
    public Choice {
        if (values.size() < 1 || values.size() > ValueType.MAX_INTEGER) {
            throw new IllegalArgumentException("a choice of %d values (expected: at least 1)".formatted(values.size()));
        }
    }

    @Override
    public void read(double u, int slot, Values target) {
        values.read(Math.min((long) (u * values.size()), values.size() - 1), slot, target);
    }
}
