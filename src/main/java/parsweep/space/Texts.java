package parsweep.space;

import java.util.List;

/** Strings, as listed. */
public record Texts(List<String> values) implements Axis {
    public Texts {
        values = List.copyOf(values);
    }

    @Override
    public long size() {
        return values.size();
    }

    @Override
    public ValueType type() {
        return ValueType.TEXT;
    }

    @Override
    public void read(long position, int slot, Values target) {
        target.setText(slot, values.get((int) position));
    }
}
