package parsweep.exec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.model.Model;
import parsweep.model.Parameter;
import parsweep.space.PointReader;
import parsweep.space.Space;
import parsweep.space.Values;

/**
 * A sweep ready to run: what index {@code i} means, as a pure function. Index {@code i} is replicate
 * {@code i % replicates} of point {@code i / replicates} of the space. Immutable; may be shared by all workers.
 */
public final class Plan {
    private final Model model;
    private final Space space;
    private final Values template;
    private final PointReader reader;
    private final int replicates;
    private final long seed;
    private final @Nullable Duration pointTimeout;

    /**
     * @param template values of all the model's parameters, by slot; those that the space names are overwritten
     * @param pointTimeout longest time that one point may take, or null for no limit
     * @throws IllegalArgumentException if {@code replicates} is less than 1 or there are more than
     *     {@link Space#MAX_SIZE} indices
     */
    public Plan(Model model, Space space, Values template, int replicates, long seed, @Nullable Duration pointTimeout) {
        if (replicates < 1) {
            throw new IllegalArgumentException("%d replicates (expected: at least 1)".formatted(replicates));
        }
        Space.multiply(space.size(), replicates);
        List<String> names =
                model.description().parameters().stream().map(Parameter::name).toList();
        this.model = model;
        this.space = space;
        this.template = template.copy();
        this.reader = space.reader(
                space.parameters().stream().mapToInt(names::indexOf).toArray());
        this.replicates = replicates;
        this.seed = seed;
        this.pointTimeout = pointTimeout;
    }

    public Model model() {
        return model;
    }

    public Space space() {
        return space;
    }

    /** Number of indices: points times replicates. */
    public long size() {
        return space.size() * replicates;
    }

    public int replicates() {
        return replicates;
    }

    public long seed() {
        return seed;
    }

    public @Nullable Duration pointTimeout() {
        return pointTimeout;
    }

    /** Values to be given to {@link #read}, again and again. */
    public Values newValues() {
        return template.copy();
    }

    /**
     * Writes the parameters of an index.
     *
     * @param index in {@code [0, size)}; not checked
     * @param values made by {@link #newValues}
     */
    public void read(long index, Values values) {
        reader.read(replicates == 1 ? index : index / replicates, values);
    }

    /**
     * The parameters of an index by name, in the order in which the model declares them.
     *
     * @param index in {@code [0, size)}; not checked
     */
    public Map<String, Object> parameters(long index) {
        Values values = newValues();
        read(index, values);
        Map<String, Object> named = new LinkedHashMap<>();
        List<Parameter> declared = model.description().parameters();
        for (int slot = 0; slot < values.size(); slot++) {
            named.put(declared.get(slot).name(), values.get(slot));
        }
        return named;
    }
}
