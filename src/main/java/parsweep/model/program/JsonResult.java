package parsweep.model.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parsweep.model.InvalidOutputException;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.space.ValueType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A JSON object of outputs, {@code {"y": 1.5, "path": [0, 1, 4]}}; other members are passed over. A program may print
 * other lines before: then the last line is the object. {@code {"error": "message"}} says that the point has failed.
 */
public final class JsonResult implements ResultFormat {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // as Python's json writes NaN and infinities
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MAX_SHOWN = 120;

    private final OutputSlots slots;
    private double[] elements = new double[64];
    private @Nullable String index;

    public JsonResult(java.util.List<Output> outputs) {
        this.slots = new OutputSlots(outputs);
    }

    @Override
    public void read(byte[] bytes, int length, Outputs outputs) throws ModelException {
        int end = length;
        while (end > 0 && Character.isWhitespace(bytes[end - 1])) {
            end--;
        }
        int start = 0;
        if (end == 0 || bytes[0] != '{') {
            start = end;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
        }
        read(bytes, start, end - start, outputs);
    }

    /** Reads an object that takes all of a range of bytes. */
    public void read(byte[] bytes, int offset, int length, Outputs outputs) throws ModelException {
        index = null;
        String error = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed(bytes, offset, length);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int slot = error == null ? slots.find(name) : -1; // a point that has failed has no outputs
                if (slot >= 0) {
                    set(parser, slot, outputs);
                } else if (name.equals("error") && error == null) {
                    error = parser.getValueAsString("failed");
                    parser.skipChildren();
                } else if (name.equals("index") && parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    index = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
            if (error == null && parser.nextToken() != null) {
                throw malformed(bytes, offset, length);
            }
        } catch (JacksonException e) {
            if (error == null) {
                throw malformed(bytes, offset, length);
            }
        }
        if (error != null) {
            throw new ModelException(error);
        }
    }

    /** The member {@code index} of the object that was read last, which is never an output; null if it has none. */
    public @Nullable String index() {
        return index;
    }

    private static InvalidOutputException malformed(byte[] bytes, int offset, int length) {
        int shown = Math.min(length, MAX_SHOWN);
        String text = new String(bytes, offset, shown, StandardCharsets.UTF_8);
        return new InvalidOutputException(
                length == 0
                        ? "printed nothing (expected: a JSON object of outputs)"
                        : "printed '%s%s' (expected: a JSON object of outputs)"
                                .formatted(text, shown < length ? "…" : ""));
    }

    private void set(JsonParser parser, int slot, Outputs outputs) throws InvalidOutputException {
        Output output = slots.output(slot);
        JsonToken token = parser.currentToken();
        if (output.shape().isArray()) {
            if (token != JsonToken.START_ARRAY) {
                throw slots.invalid(slot, parser.getString());
            }
            int n = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (n == elements.length) {
                    elements = Arrays.copyOf(elements, 2 * n);
                }
                elements[n++] = number(parser, slot);
            }
            outputs.array(slot, elements, n);
        } else if (token == JsonToken.VALUE_STRING) {
            slots.set(outputs, slot, parser.getString());
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            if (output.type() != ValueType.BOOLEAN) {
                throw slots.invalid(slot, parser.getString());
            }
            outputs.flag(slot, token == JsonToken.VALUE_TRUE);
        } else if (token == JsonToken.VALUE_NUMBER_INT && output.type() == ValueType.INTEGER) {
            setInteger(parser, slot, outputs);
        } else {
            slots.set(outputs, slot, number(parser, slot));
        }
    }

    private void setInteger(JsonParser parser, int slot, Outputs outputs) throws InvalidOutputException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw slots.invalid(slot, parser.getString());
        }
        outputs.integer(slot, parser.getLongValue());
    }

    private double number(JsonParser parser, int slot) throws InvalidOutputException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return slots.real(slot, parser.getString()); // "NaN", for what JSON has no number for
        }
        if (!token.isNumeric()) {
            throw slots.invalid(slot, parser.getString());
        }
        return parser.getDoubleValue();
    }
}
