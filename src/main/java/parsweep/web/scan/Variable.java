package parsweep.web.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.outcome.Outcomes;
import parsweep.space.ValueType;
import parsweep.web.scan.ArrayElement.Reduction;

/** A number that each row has: a parameter, an output, its index, its replicate. Not thread-safe. */
public abstract sealed class Variable {
    private final String name;
    private final String unit;
    private final ValueType type;

    private Variable(String name, String unit, ValueType type) {
        this.name = name;
        this.unit = unit;
        this.type = type;
    }

    public final String name() {
        return name;
    }

    public final String unit() {
        return unit;
    }

    public final ValueType type() {
        return type;
    }

    /** Whether failed rows have it too. */
    public boolean isKnownOfFailures() {
        return true;
    }

    /** Whether a row, although it has an outcome, has no such number. */
    boolean isMissing(Row row) {
        return !isKnownOfFailures() && !row.isDone();
    }

    /** The number; booleans are 0 or 1, texts are numbered as they appear, and what is not there is NaN. */
    public abstract double of(Row row);

    /** All numbers that a row has of this: one, unless it is {@link OfElements}. */
    public void each(Row row, DoubleConsumer numbers) {
        numbers.accept(of(row));
    }

    /**
     * What a number of this variable stands for, as Double, Long, Boolean or String: for answers, not for loops. A
     * formula may have given a whole number or a boolean another value, and then it is a Double.
     */
    public Object value(double number) {
        return switch (type) {
            case INTEGER -> number == Math.rint(number) ? (Object) (long) number : (Object) number;
            case BOOLEAN -> number == 0 || number == 1 ? (Object) (number == 1) : (Object) number;
            case REAL, TEXT -> number;
        };
    }

    static final class Index extends Variable {
        Index() {
            super("index", "", ValueType.INTEGER);
        }

        @Override
        public double of(Row row) {
            return row.index();
        }
    }

    static final class Replicate extends Variable {
        Replicate() {
            super("replicate", "", ValueType.INTEGER);
        }

        @Override
        public double of(Row row) {
            return row.replicate();
        }
    }

    static final class Seed extends Variable {
        Seed() {
            super("seed", "", ValueType.INTEGER);
        }

        @Override
        public double of(Row row) {
            return row.results().seed(row.index());
        }
    }

    static final class Seconds extends Variable {
        Seconds() {
            super("seconds", "s", ValueType.REAL);
        }

        @Override
        public double of(Row row) {
            return row.outcomes().roundedSeconds(row.position());
        }
    }

    static final class OfParameter extends Variable {
        private final int slot;

        OfParameter(Parameter parameter, int slot) {
            super(parameter.name(), parameter.unit(), parameter.type());
            this.slot = slot;
        }

        /** A formula may have given it a value that its type cannot hold. */
        @Override
        boolean isMissing(Row row) {
            return !row.parameters().isOfItsType(slot);
        }

        @Override
        public double of(Row row) {
            return row.parameters().real(slot);
        }
    }

    /** There are no more different texts than a definition has room for. */
    static final class OfText extends Variable {
        private final int slot;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        OfText(Parameter parameter, int slot) {
            super(parameter.name(), parameter.unit(), ValueType.TEXT);
            this.slot = slot;
        }

        @Override
        public double of(Row row) {
            String text = row.parameters().text(slot);
            Integer number = numbers.get(text);
            if (number == null) {
                number = texts.size();
                numbers.put(text, number);
                texts.add(text);
            }
            return number;
        }

        @Override
        public Object value(double number) {
            return texts.get((int) number);
        }
    }

    static final class OfOutput extends Variable {
        private final int slot;

        OfOutput(Output output, int slot) {
            super(output.name(), output.unit(), output.type());
            this.slot = slot;
        }

        @Override
        public boolean isKnownOfFailures() {
            return false;
        }

        @Override
        public double of(Row row) {
            Outcomes outcomes = row.outcomes();
            return type() == ValueType.REAL
                    ? outcomes.reals(slot)[row.position()]
                    : outcomes.integers(slot)[row.position()];
        }
    }

    static final class OfArray extends Variable {
        private final int slot;
        private final ArrayElement element;

        OfArray(Output output, int slot, ArrayElement element) {
            super(output.name() + "." + element, output.unit(), ValueType.REAL);
            this.slot = slot;
            this.element = element;
        }

        @Override
        public boolean isKnownOfFailures() {
            return false;
        }

        @Override
        public double of(Row row) {
            Outcomes outcomes = row.outcomes();
            return element.of(
                    outcomes.elements(slot), outcomes.start(slot, row.position()), outcomes.end(slot, row.position()));
        }
    }

    /** All elements of an array; where one number is wanted, their mean. */
    static final class OfElements extends Variable {
        private final int slot;

        OfElements(Output output, int slot) {
            super(output.name() + "." + ArrayElement.ALL, output.unit(), ValueType.REAL);
            this.slot = slot;
        }

        @Override
        public boolean isKnownOfFailures() {
            return false;
        }

        @Override
        public double of(Row row) {
            Outcomes outcomes = row.outcomes();
            return Reduction.MEAN.of(
                    outcomes.elements(slot), outcomes.start(slot, row.position()), outcomes.end(slot, row.position()));
        }

        @Override
        public void each(Row row, DoubleConsumer numbers) {
            Outcomes outcomes = row.outcomes();
            double[] elements = outcomes.elements(slot);
            int end = outcomes.end(slot, row.position());
            for (int i = outcomes.start(slot, row.position()); i < end; i++) {
                numbers.accept(elements[i]);
            }
        }
    }
}
