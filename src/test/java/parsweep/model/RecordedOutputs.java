package parsweep.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parsweep.space.ValueType;

/** Outputs kept in memory, for tests. Refuses a second value of a slot and values of a type that was not declared. */
public final class RecordedOutputs implements Outputs {
    private final List<Output> declared;
    private final @Nullable Object[] values;

    RecordedOutputs(List<Output> declared) {
        this.declared = declared;
        values = new @Nullable Object[declared.size()];
    }

    public double real(String name) {
        return (Double) value(name);
    }

    public long integer(String name) {
        return (Long) value(name);
    }

    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    public double[] array(String name) {
        return (double[]) value(name);
    }

    /** Double, Long, String, Boolean or double[], in the order of the declaration; null where none was set. */
    public List<@Nullable Object> values() {
        return Arrays.asList(values);
    }

    /** As {@link #values()}, with the bits in the place of numbers: equal only if indistinguishable. */
    public List<Object> bits() {
        return values().stream().map(RecordedOutputs::bits).toList();
    }

    private static Object bits(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        if (value instanceof double[] array) {
            return Arrays.stream(array)
                    .mapToLong(Double::doubleToRawLongBits)
                    .boxed()
                    .toList();
        }
        return Objects.requireNonNull(value);
    }

    private Object value(String name) {
        for (int slot = 0; slot < declared.size(); slot++) {
            if (declared.get(slot).name().equals(name)) {
                return Objects.requireNonNull(values[slot], () -> "output '%s' was not set".formatted(name));
            }
        }
        throw new IllegalArgumentException("no output '%s'".formatted(name));
    }

    @Override
    public void real(int slot, double value) {
        set(slot, ValueType.REAL, false, value);
    }

    @Override
    public void integer(int slot, long value) {
        set(slot, ValueType.INTEGER, false, value);
    }

    @Override
    public void text(int slot, String value) {
        set(slot, ValueType.TEXT, false, value);
    }

    @Override
    public void flag(int slot, boolean value) {
        set(slot, ValueType.BOOLEAN, false, value);
    }

    @Override
    public void array(int slot, double[] elements, int length) {
        set(slot, ValueType.REAL, true, Arrays.copyOf(elements, length));
    }

    private void set(int slot, ValueType type, boolean array, Object value) {
        Output output = declared.get(slot);
        if (output.type() != type || output.shape().isArray() != array) {
            throw new IllegalArgumentException("%s%s for %s".formatted(array ? "array of " : "", type, output));
        }
        if (values[slot] != null) {
            throw new IllegalStateException("output '%s' twice (expected: once)".formatted(output.name()));
        }
        values[slot] = value;
    }
}
