package parsweep.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models of a service, by name and version. They come from sources (the built-in ones, a directory, uploads), each of
 * which may replace what it gave before at any time. Thread-safe: readers see one state or the next, never a mixture.
 */
public final class ModelCatalogue {
    /**
     * A model that was found but cannot be used. It is listed, so that nobody looks for it in vain.
     *
     * @param name as far as it is known
     * @param origin where it was found: a path, a digest
     */
    public record Broken(String name, String origin, String error) {}

    /**
     * What a source has.
     *
     * @param models several of one name are versions of it, the newest last
     */
    public record Supply(List<Model> models, List<Broken> broken) {
        public Supply {
            models = List.copyOf(models);
            broken = List.copyOf(broken);
        }
    }

    private record State(Map<String, List<Model>> models, List<Broken> broken) {}

    private final Map<String, Supply> supplies = new LinkedHashMap<>(); // by source; guarded by this
    private volatile Runnable look = () -> {}; // written once, when the service starts
    private volatile State state = new State(Map.of(), List.of());

    public ModelCatalogue() {}

    /** A catalogue of models from a single source. */
    public ModelCatalogue(Collection<Model> models) {
        replace("built-in", new Supply(List.copyOf(models), List.of()));
    }

    /**
     * Replaces all that a source gave before. A name belongs to the source that gave it first; of another one it is listed
     * as broken, and so is a version that is there already.
     */
    public synchronized void replace(String source, Supply supply) {
        supplies.put(source, supply);
        Map<String, List<Model>> models = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        List<Broken> broken = new ArrayList<>();
        supplies.forEach((owner, supplied) -> {
            supplied.models().forEach(model -> {
                ModelDescription description = model.description();
                String holder = owners.putIfAbsent(description.name(), owner);
                List<Model> versions = models.computeIfAbsent(description.name(), key -> new ArrayList<>());
                if (holder != null && !holder.equals(owner)) {
                    broken.add(
                            new Broken(description.name(), owner, "the name is that of a %s model".formatted(holder)));
                } else if (of(versions, description.version()).isPresent()) {
                    broken.add(new Broken(
                            description.name(), owner, "version '%s' twice".formatted(description.version())));
                } else {
                    versions.add(model);
                }
            });
            broken.addAll(supplied.broken());
        });
        state = new State(models, List.copyOf(broken));
    }

    /** What to do before somebody is told that there is no such model: a source looks whether it has got more. */
    public void whenMissing(Runnable newLook) {
        look = newLook;
    }

    /** The newest version of a model. */
    public Optional<Model> find(String name) {
        if (versions(name).isEmpty()) {
            look.run();
        }
        List<Model> versions = versions(name);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** A model in just that version. */
    public Optional<Model> find(String name, String version) {
        Optional<Model> model = of(versions(name), version);
        if (model.isEmpty()) {
            look.run();
            model = of(versions(name), version);
        }
        return model;
    }

    /** All versions of a model, the newest last; empty if there is no such model. */
    public List<Model> versions(String name) {
        return List.copyOf(state.models().getOrDefault(name, List.of()));
    }

    /** The newest version of every model, in alphabetical order. */
    public List<Model> all() {
        return state.models().values().stream()
                .map(versions -> versions.get(versions.size() - 1))
                .toList();
    }

    public List<String> names() {
        return List.copyOf(state.models().keySet());
    }

    /** What was found but cannot be used. */
    public List<Broken> broken() {
        return state.broken();
    }

    private static Optional<Model> of(List<Model> versions, String version) {
        return versions.stream()
                .filter(model -> model.description().version().equals(version))
                .findFirst();
    }
}
