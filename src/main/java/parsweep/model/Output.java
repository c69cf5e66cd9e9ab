package parsweep.model;

import parsweep.space.ValueType;

/**
 * An output that a model declares.
 *
 * @param shape arrays are of {@link ValueType#REAL}
 * @param finite whether NaN and infinities are failures; if false they are results like any other
 */
public record Output(String name, ValueType type, Shape shape, String unit, String description, boolean finite) {
    /**
     * @throws IllegalArgumentException if an array is not of reals
     */
    public Output {
        if (shape.isArray() && type != ValueType.REAL) {
            throw new IllegalArgumentException("array '%s' of %s (expected: REAL)".formatted(name, type));
        }
    }

    public static Output real(String name, String unit, String description) {
        return new Output(name, ValueType.REAL, Shape.SCALAR, unit, description, true);
    }

    public static Output integer(String name, String unit, String description) {
        return new Output(name, ValueType.INTEGER, Shape.SCALAR, unit, description, true);
    }

    public static Output text(String name, String description) {
        return new Output(name, ValueType.TEXT, Shape.SCALAR, "", description, true);
    }

    public static Output flag(String name, String description) {
        return new Output(name, ValueType.BOOLEAN, Shape.SCALAR, "", description, true);
    }

    public static Output array(String name, Shape shape, String unit, String description) {
        return new Output(name, ValueType.REAL, shape, unit, description, true);
    }

    /** The same output with NaN and infinities allowed. */
    public Output allowingNonFinite() {
        return new Output(name, type, shape, unit, description, false);
    }
}
