package parsweep.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The models of a service, by name. Immutable. */
public final class ModelCatalogue {
    private final Map<String, Model> models = new TreeMap<>();

    /**
     * @throws IllegalArgumentException if two models have one name
     */
    public ModelCatalogue(Collection<Model> models) {
        for (Model model : models) {
            String name = model.description().name();
            if (this.models.put(name, model) != null) {
                throw new IllegalArgumentException("model '%s' twice (expected: distinct names)".formatted(name));
            }
        }
    }

    public Optional<Model> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** In alphabetical order. */
    public List<Model> all() {
        return List.copyOf(models.values());
    }

    public List<String> names() {
        return List.copyOf(models.keySet());
    }
}
