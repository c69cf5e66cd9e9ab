package parsweep.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parsweep.random.PointStream;
import parsweep.space.ValueType;

/**
 * A point built by hand and what a model made of it, for tests: {@code Run.of(model).with("x", 3).real("y")}. Parameters
 * that are not given have their defaults. The model runs at the first look at an output.
 */
public final class Run {
    private final Model model;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private long seed = 1;
    private long index;
    private @Nullable RecordedOutputs outputs;

    private Run(Model model) {
        this.model = model;
        for (Parameter parameter : model.description().parameters()) {
            if (parameter.defaultValue() != null) {
                values.put(parameter.name(), parameter.defaultValue());
            }
        }
    }

    public static Run of(Model model) {
        return new Run(model);
    }

    /** A whole number also serves for a real parameter, as it does in a sweep. */
    public Run with(String parameter, Object value) {
        Parameter declared = model.description().parameters().stream()
                .filter(candidate -> candidate.name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter '%s'".formatted(parameter)));
        values.put(
                parameter,
                value instanceof Number number
                        ? declared.type() == ValueType.INTEGER ? (Object) number.longValue() : number.doubleValue()
                        : value);
        return this;
    }

    public Run seed(long newSeed, long newIndex) {
        seed = newSeed;
        index = newIndex;
        return this;
    }

    /** The point by itself, for what is called by models. */
    public Point point() {
        return new RunPoint();
    }

    /** Runs in a session of its own. */
    public RecordedOutputs outputs() throws ModelException, InterruptedException {
        try (Session session = model.open()) {
            return in(session);
        }
    }

    public RecordedOutputs in(Session session) throws ModelException, InterruptedException {
        RecordedOutputs recorded = new RecordedOutputs(model.description().outputs());
        session.run(new RunPoint(), recorded);
        return recorded;
    }

    public double real(String output) throws ModelException, InterruptedException {
        return once().real(output);
    }

    public double[] array(String output) throws ModelException, InterruptedException {
        return once().array(output);
    }

    private RecordedOutputs once() throws ModelException, InterruptedException {
        RecordedOutputs result = outputs;
        if (result == null) {
            result = outputs();
            outputs = result;
        }
        return result;
    }

    private final class RunPoint implements Point {
        private final List<Object> slots = model.description().parameters().stream()
                .map(parameter -> {
                    Object value = values.get(parameter.name());
                    if (value == null) {
                        throw new IllegalStateException("no value for '%s'".formatted(parameter.name()));
                    }
                    return value;
                })
                .toList();
        private @Nullable UniformRandomProvider stream;

        @Override
        public double real(int slot) {
            return (Double) slots.get(slot);
        }

        @Override
        public long integer(int slot) {
            return (Long) slots.get(slot);
        }

        @Override
        public String text(int slot) {
            return (String) slots.get(slot);
        }

        @Override
        public boolean flag(int slot) {
            return (Boolean) slots.get(slot);
        }

        @Override
        public UniformRandomProvider random() {
            UniformRandomProvider result = stream;
            if (result == null) {
                result = PointStream.of(seed, index);
                stream = result;
            }
            return result;
        }

        @Override
        public long index() {
            return index;
        }

        @Override
        public long sweepSeed() {
            return seed;
        }

        @Override
        public long seed() {
            return PointStream.seed(seed, index);
        }

        @Override
        public void checkCancelled() throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
