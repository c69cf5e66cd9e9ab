package parsweep.model.program;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parsweep.model.InvalidOutputException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.space.ValueType;

/** Puts values that are texts, or of no certain type, into the outputs of a model. */
final class OutputSlots {
    private static final int MAX_SHOWN = 80;

    private final List<Output> outputs;
    private final Map<String, Integer> slots = new HashMap<>();

    OutputSlots(List<Output> outputs) {
        this.outputs = outputs;
        for (int slot = 0; slot < outputs.size(); slot++) {
            slots.put(outputs.get(slot).name(), slot);
        }
    }

    /** The slot of an output; -1 if there is none of that name. */
    int find(String name) {
        return slots.getOrDefault(name, -1);
    }

    Output output(int slot) {
        return outputs.get(slot);
    }

    int size() {
        return outputs.size();
    }

    /** Sets a single value from its text. */
    void set(Outputs target, int slot, String text) throws InvalidOutputException {
        Output output = outputs.get(slot);
        switch (output.type()) {
            case REAL -> target.real(slot, real(slot, text));
            case INTEGER -> setInteger(target, slot, real(slot, text));
            case TEXT -> target.text(slot, text);
            case BOOLEAN -> target.flag(slot, flag(slot, text));
        }
    }

    /** Sets a number, whatever type the output has, if it fits. */
    void set(Outputs target, int slot, double value) throws InvalidOutputException {
        switch (outputs.get(slot).type()) {
            case REAL -> target.real(slot, value);
            case INTEGER -> setInteger(target, slot, value);
            case BOOLEAN -> {
                if (value != 0 && value != 1) {
                    throw invalid(slot, Double.toString(value));
                }
                target.flag(slot, value == 1);
            }
            case TEXT -> throw invalid(slot, Double.toString(value));
        }
    }

    private void setInteger(Outputs target, int slot, double value) throws InvalidOutputException {
        if (value != Math.rint(value) || Math.abs(value) > ValueType.MAX_INTEGER) {
            throw invalid(slot, Double.toString(value));
        }
        target.integer(slot, (long) value);
    }

    /** A number as C, Fortran and Python print it: {@code 1.5D-3}, {@code nan}, {@code -inf}. */
    double real(int slot, String text) throws InvalidOutputException {
        String number = text.strip().toLowerCase(Locale.ROOT);
        switch (number) {
            case "nan", "-nan", "+nan" -> {
                return Double.NaN;
            }
            case "inf", "+inf", "infinity", "+infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                try {
                    return Double.parseDouble(number.replace('d', 'e'));
                } catch (NumberFormatException e) {
                    throw invalid(slot, '"' + text + '"');
                }
            }
        }
    }

    private boolean flag(int slot, String text) throws InvalidOutputException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid(slot, '"' + text + '"');
        };
    }

    InvalidOutputException invalid(int slot, String value) {
        Output output = outputs.get(slot);
        String shown = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
        String expected = output.shape().isArray()
                ? "a list of numbers"
                : switch (output.type()) {
                    case REAL -> "a number";
                    case INTEGER -> "a whole number";
                    case TEXT -> "a text";
                    case BOOLEAN -> "true or false";
                };
        return new InvalidOutputException("output '%s': %s (expected: %s)".formatted(output.name(), shown, expected));
    }
}
