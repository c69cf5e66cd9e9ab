package parsweep.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.space.ValueType;

/**
 * A parameter that a model declares.
 *
 * @param unit as in a table's head: {@code nm}, {@code 1/s}; empty for pure numbers and other types
 * @param defaultValue Double, Long, String or Boolean as the type says; null if a sweep must give it
 * @param bounds of numbers; {@link Interval#ALL} for other types
 * @param choices all that a text may be; empty if it may be any
 */
public record Parameter(
        String name,
        ValueType type,
        String unit,
        String description,
        @Nullable Object defaultValue,
        Interval bounds,
        List<String> choices) {
    public Parameter {
        choices = List.copyOf(choices);
    }

    public static Parameter real(String name, String unit, String description) {
        return new Parameter(name, ValueType.REAL, unit, description, null, Interval.ALL, List.of());
    }

    public static Parameter integer(String name, String unit, String description) {
        return new Parameter(name, ValueType.INTEGER, unit, description, null, Interval.ALL, List.of());
    }

    public static Parameter text(String name, String description, String... choices) {
        return new Parameter(name, ValueType.TEXT, "", description, null, Interval.ALL, List.of(choices));
    }

    public static Parameter flag(String name, String description) {
        return new Parameter(name, ValueType.BOOLEAN, "", description, null, Interval.ALL, List.of());
    }

    public Parameter within(Interval newBounds) {
        return new Parameter(name, type, unit, description, defaultValue, newBounds, choices);
    }

    public Parameter withDefault(double value) {
        Object boxed = type == ValueType.INTEGER ? (Object) (long) value : (Object) value;
        return new Parameter(name, type, unit, description, boxed, bounds, choices);
    }

    public Parameter withDefault(String value) {
        return new Parameter(name, type, unit, description, value, bounds, choices);
    }

    public Parameter withDefault(boolean value) {
        return new Parameter(name, type, unit, description, value, bounds, choices);
    }
}
