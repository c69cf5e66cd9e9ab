package parsweep.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parsweep.model.Model;
import parsweep.model.Parameter;
import parsweep.space.PointReader;
import parsweep.space.Space;
import parsweep.space.Union;
import parsweep.space.Values;

/**
 * A sweep ready to run: what index {@code i} means, as a pure function. Index {@code i} is replicate
 * {@code i % replicates} of point {@code i / replicates} of the space. A plan can be extended by further points or
 * further replicates; these follow as segments of their own, so that earlier indices keep their meaning. Immutable; may
 * be shared by all workers.
 */
public final class Plan {
    private final Model model;
    private final Values template;
    private final long seed;
    private final PointPolicy policy;
    private final Space space; // of all segments
    private final int replicates; // of all segments
    private final List<Segment> segments;
    private final List<DerivedParameter> derived;

    /** A run of indices, from {@code start} on, that are replicates {@code from, ..., from + replicates - 1} of a space. */
    private record Segment(long start, Space space, PointReader reader, int from, int replicates) {
        long end() {
            return start + space.size() * replicates;
        }
    }

    /**
     * @param template values of all the model's parameters, by slot; those that the space names are overwritten
     * @throws IllegalArgumentException if {@code replicates} is less than 1 or there are more than
     *     {@link Space#MAX_SIZE} indices
     */
    public Plan(Model model, Space space, Values template, int replicates, long seed, PointPolicy policy) {
        if (replicates < 1) {
            throw new IllegalArgumentException("%d replicates (expected: at least 1)".formatted(replicates));
        }
        Space.multiply(space.size(), replicates);
        this.model = model;
        this.template = template.copy();
        this.seed = seed;
        this.policy = policy;
        this.space = space;
        this.replicates = replicates;
        this.segments = List.of(segment(0, space, 0, replicates));
        this.derived = DerivedParameter.of(model, space);
    }

    private Plan(Plan plan, Space space, int replicates, Space segmentSpace, int from) {
        Space.multiply(space.size(), replicates);
        this.model = plan.model;
        this.template = plan.template;
        this.seed = plan.seed;
        this.policy = plan.policy;
        this.space = space;
        this.replicates = replicates;
        List<Segment> extended = new ArrayList<>(plan.segments);
        extended.add(segment(plan.size(), segmentSpace, from, replicates - from));
        this.segments = List.copyOf(extended);
        this.derived = DerivedParameter.of(model, space);
    }

    private Segment segment(long start, Space segmentSpace, int from, int count) {
        List<String> names =
                model.description().parameters().stream().map(Parameter::name).toList();
        int[] slots =
                segmentSpace.parameters().stream().mapToInt(names::indexOf).toArray();
        return new Segment(start, segmentSpace, segmentSpace.reader(slots), from, count);
    }

    /**
     * This plan, followed by further points with as many replicates as the points have so far.
     *
     * @throws IllegalArgumentException if they name other parameters, or there are too many of them
     */
    public Plan withPoints(Space more) {
        return new Plan(this, new Union(List.of(space, more)), replicates, more, 0);
    }

    /**
     * This plan, followed by further replicates of all points.
     *
     * @throws IllegalArgumentException if there are too many of them
     */
    public Plan withReplicates(int more) {
        return new Plan(this, space, Math.addExact(replicates, more), space, replicates);
    }

    public Model model() {
        return model;
    }

    public Space space() {
        return space;
    }

    /** Number of indices: points times replicates. */
    public long size() {
        return segments.get(segments.size() - 1).end();
    }

    /** Number of repetitions of every point. */
    public int replicates() {
        return replicates;
    }

    /**
     * Whether index {@code i} is replicate {@code i % replicates} of point {@code i / replicates}: true unless replicates
     * were added.
     */
    public boolean isRegular() {
        return segments.stream().allMatch(segment -> segment.replicates == replicates);
    }

    public long seed() {
        return seed;
    }

    public PointPolicy policy() {
        return policy;
    }

    /** Tells sweeps that run at a time apart in a profile: equal for plans of equal model, seed and size. */
    int key() {
        return Objects.hash(model.description().name(), model.description().version(), seed, size());
    }

    /** Which repetition of its point an index is, from 0. */
    public int replicate(long index) {
        Segment segment = segment(index);
        return segment.from + (int) ((index - segment.start) % segment.replicates);
    }

    /** Values to be given to {@link #read}, again and again. */
    public Values newValues() {
        return template.copy();
    }

    /**
     * Writes the parameters of an index, and whether a constraint excludes it.
     *
     * @param index in {@code [0, size)}; not checked
     * @param values made by {@link #newValues}
     */
    public void read(long index, Values values) {
        Segment segment = segment(index);
        long local = index - segment.start;
        values.include();
        segment.reader.read(segment.replicates == 1 ? local : local / segment.replicates, values);
    }

    /**
     * Why a point that is not excluded cannot be run: a formula gives a parameter a value that it does not take; null if
     * it can be run.
     *
     * @param values as written by {@link #read}
     */
    public @Nullable String fault(Values values) {
        String fault = null;
        for (int i = 0; fault == null && i < derived.size(); i++) {
            fault = derived.get(i).fault(values);
        }
        return fault;
    }

    /** There are as many as a person extended the sweep, and hardly ever more than one. */
    private Segment segment(long index) {
        int i = segments.size() - 1;
        while (i > 0 && index < segments.get(i).start) {
            i--;
        }
        return segments.get(i);
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
