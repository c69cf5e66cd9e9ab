package parsweep.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether an output is one value or an array, and how long the array is.
 *
 * @param isArray false for a single value
 * @param lengthParameter the integer parameter whose value is the length of the array, or null if points may differ in
 *     ways that only the model knows
 */
public record Shape(boolean isArray, @Nullable String lengthParameter) {
    public static final Shape SCALAR = new Shape(false, null);
    /** An array whose length only the model knows. */
    public static final Shape VARYING = new Shape(true, null);

    public static Shape arrayOf(String lengthParameter) {
        return new Shape(true, lengthParameter);
    }
}
