package parsweep.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields in which two definitions differ. */
final class DefinitionChanges {
    /** Enough to recognise a value; a list of points may have megabytes. */
    private static final int MAX_TEXT = 200;

    private DefinitionChanges() {}

    static List<Comparison.Change> of(JsonNode definition, JsonNode other) {
        Set<String> fields = new TreeSet<>(definition.propertyNames());
        fields.addAll(other.propertyNames());
        List<Comparison.Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!definition.path(field).equals(other.path(field))) {
                changes.add(new Comparison.Change(field, text(definition.get(field)), text(other.get(field))));
            }
        }
        return changes;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
