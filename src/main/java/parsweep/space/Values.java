package parsweep.space;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.formula.Evaluator;

/**
 * The values of one point, by slot, and whether a constraint excludes it. Written by {@link PointReader}s and reused
 * from point to point; not thread-safe.
 *
 * <p>Numbers and booleans (0 or 1) live in one array of doubles, texts in another, so that a hot loop boxes nothing.
 */
public final class Values {
    private final ValueType[] types;
    private final double[] numbers;
    private final @Nullable String[] texts;
    private boolean excluded;

    public Values(List<ValueType> types) {
        this.types = types.toArray(ValueType[]::new);
        this.numbers = new double[this.types.length];
        this.texts = new String[this.types.length];
    }

    private Values(Values other) {
        types = other.types;
        numbers = other.numbers.clone();
        texts = other.texts.clone();
        excluded = other.excluded;
    }

    public Values copy() {
        return new Values(this);
    }

    public int size() {
        return types.length;
    }

    public ValueType type(int slot) {
        return types[slot];
    }

    public double real(int slot) {
        return numbers[slot];
    }

    public long integer(int slot) {
        return (long) numbers[slot];
    }

    public boolean flag(int slot) {
        return numbers[slot] != 0;
    }

    /**
     * The text in a slot.
     *
     * @throws IllegalStateException if the slot holds no text
     */
    public String text(int slot) {
        String text = texts[slot];
        if (text == null) {
            throw new IllegalStateException("slot %d holds no text".formatted(slot));
        }
        return text;
    }

    public void setNumber(int slot, double value) {
        numbers[slot] = value;
    }

    public void setText(int slot, String value) {
        texts[slot] = value;
    }

    /** The value of a formula that was compiled for these slots; booleans are 0 and 1 in it. */
    double evaluate(Evaluator formula) {
        return formula.evaluate(numbers);
    }

    /** Whether a constraint has excluded the point that was read since {@link #include}. */
    public boolean isExcluded() {
        return excluded;
    }

    void exclude() {
        excluded = true;
    }

    /** To be called before a point is read: readers exclude, and never include. */
    public void include() {
        excluded = false;
    }

    /**
     * Whether a slot holds what its type says. A formula may give a whole number or a boolean another value, and then
     * {@link #integer} and {@link #flag} do not tell it.
     */
    public boolean isOfItsType(int slot) {
        double number = numbers[slot];
        return switch (types[slot]) {
            case REAL, TEXT -> true;
            case INTEGER -> number == Math.rint(number) && Math.abs(number) <= ValueType.MAX_INTEGER;
            case BOOLEAN -> number == 0 || number == 1;
        };
    }

    /**
     * The value of a slot as Double, Long, String or Boolean: for messages and single rows, not for loops. A value that is
     * not {@linkplain #isOfItsType of its type} is a Double.
     */
    public Object get(int slot) {
        if (!isOfItsType(slot)) {
            return real(slot);
        }
        return switch (types[slot]) {
            case REAL -> real(slot);
            case INTEGER -> integer(slot);
            case TEXT -> text(slot);
            case BOOLEAN -> flag(slot);
        };
    }

    @Override
    public String toString() {
        Object[] all = new Object[types.length];
        Arrays.setAll(all, this::get);
        return Arrays.toString(all);
    }
}
