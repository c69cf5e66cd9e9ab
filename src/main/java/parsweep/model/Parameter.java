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

    /** Whether a number may be its value: a boolean is 0 or 1, a text never is one. */
    public boolean accepts(double value) {
        return switch (type) {
            case REAL -> Double.isFinite(value) && bounds.contains(value);
            case INTEGER ->
                value == Math.rint(value) && Math.abs(value) <= ValueType.MAX_INTEGER && bounds.contains(value);
            case BOOLEAN -> value == 0 || value == 1;
            case TEXT -> false;
        };
    }

    /** What it takes, in words: {@code a whole number in [1, 100]}. */
    public String expected() {
        return switch (type) {
            case REAL -> bounded("a number");
            case INTEGER -> bounded("a whole number");
            case TEXT -> choices.isEmpty() ? "a text" : "one of " + choices;
            case BOOLEAN -> "true or false";
        };
    }

    private String bounded(String what) {
        return bounds.equals(Interval.ALL) ? what : what + " " + bounds;
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

    /** The place of a parameter among others, by its name; -1 if it is not there. */
    public static int slot(List<Parameter> parameters, String name) {
        return parameters.stream().map(Parameter::name).toList().indexOf(name);
    }
}
