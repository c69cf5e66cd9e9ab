package parsweep.model.program;

import java.io.ByteArrayOutputStream;
import java.util.List;
import parsweep.model.Parameter;
import parsweep.model.Point;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A point as a JSON object: {@code {"index": 7, "seed": 123, "alpha": 0.5}}, in the order of the declaration. */
public final class PointJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<Parameter> parameters;

    public PointJson(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Appends the object, on one line without its end. */
    public void write(Point point, ByteArrayOutputStream target) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), target)) {
            json.writeStartObject();
            json.writeNumberProperty("index", point.index());
            json.writeNumberProperty("seed", point.seed());
            for (int slot = 0; slot < parameters.size(); slot++) {
                json.writeName(parameters.get(slot).name());
                switch (parameters.get(slot).type()) {
                    case REAL -> json.writeNumber(point.real(slot));
                    case INTEGER -> json.writeNumber(point.integer(slot));
                    case TEXT -> json.writeString(point.text(slot));
                    case BOOLEAN -> json.writeBoolean(point.flag(slot));
                }
            }
            json.writeEndObject();
        }
    }
}
