package parsweep.model.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parsweep.model.InvalidOutputException;
import parsweep.model.Output;
import parsweep.model.Outputs;

/**
 * A line per output: {@code y 1.5}, {@code y = 1.5} or {@code y: 1.5}; an array is all its numbers, with blanks or commas
 * between them. Lines that begin with another word are passed over; of several for one output the last counts.
 */
final class LinesResult implements ResultFormat {
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*[=:\\s]\\s*(.*?)\\s*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private final OutputSlots slots;
    private final String[] values;

    LinesResult(List<Output> outputs) {
        slots = new OutputSlots(outputs);
        values = new String[outputs.size()];
    }

    @Override
    public void read(byte[] bytes, int length, Outputs outputs) throws InvalidOutputException {
        Arrays.fill(values, "");
        boolean[] isThere = new boolean[values.length];
        new String(bytes, 0, length, StandardCharsets.UTF_8).lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            int slot = matcher.matches() ? slots.find(matcher.group(1)) : -1;
            if (slot >= 0) {
                values[slot] = matcher.group(2);
                isThere[slot] = true;
            }
        });
        for (int slot = 0; slot < values.length; slot++) {
            if (isThere[slot] && slots.output(slot).shape().isArray()) {
                outputs.array(slot, numbers(slot, values[slot]));
            } else if (isThere[slot]) {
                slots.set(outputs, slot, values[slot]);
            }
        }
    }

    private double[] numbers(int slot, String text) throws InvalidOutputException {
        String[] words = text.isEmpty() ? new String[0] : BETWEEN.split(text);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = slots.real(slot, words[i]);
        }
        return numbers;
    }
}
