package parsweep.model.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parsweep.model.ModelDescription;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.space.ValueType;

/** The placeholders of a model: its parameters, and {@code index}, {@code seed}, {@code model}, {@code scratch}. */
final class Places {
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** For what is said once for all points. */
    private Places(Path directory) {
        places.put("model", (point, scratch) -> directory.toString());
        places.put("scratch", (point, scratch) -> scratch.toString());
    }

    /**
     * Those of a process that computes many points: {@code model} and {@code scratch}.
     *
     * @param directory of the model
     */
    static Places ofProcess(Path directory) {
        return new Places(directory);
    }

    /** Those of a process that computes a point. */
    static Places ofPoint(ModelDescription description, Path directory) {
        Places all = new Places(directory);
        all.add(description.parameters());
        return all;
    }

    private void add(List<Parameter> parameters) {
        places.put("index", (point, scratch) -> Long.toString(point.index()));
        places.put("seed", (point, scratch) -> Long.toString(point.seed()));
        for (int slot = 0; slot < parameters.size(); slot++) {
            int position = slot;
            ValueType type = parameters.get(slot).type();
            places.put(parameters.get(slot).name(), (point, scratch) -> text(point, position, type));
        }
    }

    @Nullable
    Place find(String name) {
        return places.get(name);
    }

    /** A place that {@link #find} finds. */
    Place get(String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    List<String> names() {
        return new ArrayList<>(places.keySet());
    }

    /** As every language reads it: the fewest digits that give the same double, {@code true}, {@code false}. */
    private static String text(Point point, int slot, ValueType type) {
        return switch (type) {
            case REAL -> Double.toString(point.real(slot));
            case INTEGER -> Long.toString(point.integer(slot));
            case TEXT -> point.text(slot);
            case BOOLEAN -> Boolean.toString(point.flag(slot));
        };
    }
}
