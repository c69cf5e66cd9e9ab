package parsweep.outcome;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;
import parsweep.model.Shape;

/** Every type of output, with values that compress well, values that do not, and values that are easily spoilt. */
@SuppressWarnings("ImmutableEnumChecker") // outputs and lambdas without state are immutable
enum TestColumn {
    /** All bit patterns of a double, NaNs with payloads among them. */
    NOISE(real(), random -> Double.longBitsToDouble(random.nextLong())),
    SPECIAL_REALS(real(), TestColumn::specialReal),
    CONSTANT_REAL(real(), random -> 1.5),
    LONGS(Output.integer("longs", "", ""), SplittableRandom::nextLong),
    SMALL_INTEGERS(Output.integer("small", "", ""), random -> (long) random.nextInt(7)),
    FLAGS(Output.flag("flag", ""), SplittableRandom::nextBoolean),
    WORDS(Output.text("words", ""), random -> "word ".repeat(random.nextInt(4))),
    UNICODE(Output.text("unicode", ""), TestColumn::unicode),
    EMPTY_TEXTS(Output.text("empty", ""), random -> ""),
    FIXED_ARRAYS(array("fixed", Shape.arrayOf("n")), random -> reals(random, 7)),
    VARYING_ARRAYS(array("varying", Shape.VARYING), random -> reals(random, random.nextInt(30))),
    EMPTY_ARRAYS(array("none", Shape.VARYING), random -> new double[0]),
    /** Eight rows exceed a chunk of 32,768 doubles; one in nine exceeds it alone. */
    LONG_ARRAYS(array("long", Shape.VARYING), random -> reals(random, random.nextInt(9) == 0 ? 40_000 : 5_000));

    private final Output output;
    private final Function<SplittableRandom, Object> values;

    TestColumn(Output output, Function<SplittableRandom, Object> values) {
        this.output = output;
        this.values = values;
    }

    /** Those whose columns stay small for thousands of rows. */
    static Stream<TestColumn> small() {
        return Stream.of(values()).filter(column -> column != LONG_ARRAYS);
    }

    Output output() {
        return output;
    }

    Object value(SplittableRandom random) {
        return values.apply(random);
    }

    /** Sets an output as a model would. */
    static void set(OutcomeBuilder builder, int slot, Object value) {
        if (value instanceof Double real) {
            builder.real(slot, real);
        } else if (value instanceof Long integer) {
            builder.integer(slot, integer);
        } else if (value instanceof Boolean flag) {
            builder.flag(slot, flag);
        } else if (value instanceof String text) {
            builder.text(slot, text);
        } else {
            builder.array(slot, (double[]) value);
        }
    }

    /** A value in a form whose {@code equals} tells all bits of a double apart. */
    static @Nullable Object bits(@Nullable Object value) {
        if (value instanceof Double real) {
            return Double.doubleToRawLongBits(real);
        }
        if (value instanceof double[] reals) {
            long[] bits = new long[reals.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = Double.doubleToRawLongBits(reals[i]);
            }
            return bits;
        }
        return value;
    }

    private static Output real() {
        return Output.real("real", "", "").allowingNonFinite();
    }

    private static Output array(String name, Shape shape) {
        return Output.array(name, shape, "", "").allowingNonFinite();
    }

    private static double specialReal(SplittableRandom random) {
        double[] special = {
            0.0,
            -0.0,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.longBitsToDouble(0xfff8_0000_dead_beefL), // a NaN with sign and payload
            Double.MIN_VALUE,
            -Double.MAX_VALUE
        };
        return special[random.nextInt(special.length)];
    }

    private static double[] reals(SplittableRandom random, int length) {
        return random.doubles(length)
                .map(x -> x < 0.1 ? specialReal(random) : x)
                .toArray();
    }

    private static String unicode(SplittableRandom random) {
        String[] pieces = {"", "ä", "π/2", "日本", "🙂", "\u0000", "\"\\\n", "\uFEFF", "a", "e\u0301"};
        return pieces[random.nextInt(pieces.length)] + pieces[random.nextInt(pieces.length)];
    }
}
