package parsweep.web.question;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Numbers as JSON, with null for what is not finite: in answers that means that there is nothing. */
public final class FiniteNumbers extends ValueSerializer<double[]> {
    @Override
    public void serialize(double[] numbers, JsonGenerator json, SerializationContext context) {
        json.writeStartArray();
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                json.writeNumber(number);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    /** A single number; null if it is not finite. */
    public static @Nullable Double orNull(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
