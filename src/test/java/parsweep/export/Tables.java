package parsweep.export;

import static parsweep.export.MemoryTable.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import parsweep.export.Column.Kind;

/** The tables that every format must bring through. */
final class Tables {
    private static final int RANDOM_TABLES = 40;

    /** Pieces of texts and of names, each of which has meaning to some reader. NumPy drops NULs at the end: none here. */
    private static final List<String> PIECES = List.of(
            "a", "Z", "7", " ", ",", ";", "\"", "\"\"", "'", "\\", "/", "\r", "\n", "\r\n", "\t", "=1+1", "-", "#", "%",
            "{", "]", ":", "\u0000.", "\u0001", "\u007f", "\u0085", "ä", "µ", "\u2028", "漢", "\uFEFF", "😀", "NaN",
            "null");

    @SuppressWarnings("FloatingPointLiteralPrecision") // no double is 1e23, and readers must agree on the nearest
    static final List<Double> REALS = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            1.0 / 3,
            1e15,
            1e16,
            1e21,
            1e22,
            1e23,
            2e-3,
            1e-7,
            9007199254740992.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Math.nextDown(Double.MIN_NORMAL),
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN);

    private static final List<Long> INTEGERS =
            List.of(0L, 1L, -1L, 9L, 10L, -10L, 1L << 31, -1L << 31, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            ",",
            "\"",
            "\"\"",
            "a\"b",
            "\r\n",
            "\n",
            "a,b\r\nc",
            "=1+1",
            "-1",
            "1.50",
            "NaN",
            "true",
            "null",
            " both sides ",
            "Größe µm",
            "漢字",
            "😀 and more",
            "\\u0041",
            "\t",
            "a\u0000b",
            "\u0001\u001f",
            "\uFEFFbom");

    private Tables() {}

    static Stream<Named<MemoryTable>> all() {
        Stream<Named<MemoryTable>> chosen = Stream.of(
                Named.of("no rows", random(1, 0, 1).inBatchesOf(1)),
                Named.of("one row", random(2, 1, 0.2)),
                Named.of("many rows in many batches", random(3, 20_000, 0.1).inBatchesOf(1, 4096, 0, 7)),
                Named.of("all rows failed", random(4, 100, 1).inBatchesOf(30)),
                Named.of("extremes", extremes().inBatchesOf(5)),
                Named.of("extremes, some missing", withGaps(extremes()).inBatchesOf(3)),
                Named.of("values beyond any buffer", large()));
        return Stream.concat(
                chosen, IntStream.range(0, RANDOM_TABLES).mapToObj(seed -> Named.of("random " + seed, random(seed))));
    }

    /** All kinds of columns, any number of rows, batches and gaps. */
    private static MemoryTable random(int seed) {
        Random random = new Random(seed);
        int rows = random.nextInt(200);
        double gaps = List.of(0.0, 0.1, 0.9).get(random.nextInt(3));
        return random(seed, rows, gaps).inBatchesOf(random.nextInt(9), 1 + random.nextInt(99));
    }

    /**
     * @param gaps the probability that a value is missing
     */
    static MemoryTable random(int seed, int rows, double gaps) {
        Random random = new Random(seed);
        List<Column> columns = new ArrayList<>();
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (boolean mayMiss : new boolean[] {true, false}) {
                int length = kind == Kind.ARRAY && random.nextBoolean() ? random.nextInt(5) : Column.UNKNOWN_LENGTH;
                String name =
                        columns.size() + text(random).replace("\u0000", ""); // no two equal; zipfile stops at NULs
                columns.add(new Column(name, kind, "", length, mayMiss));
                List<@Nullable Object> column = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    column.add(mayMiss && random.nextDouble() < gaps ? null : value(random, kind, length));
                }
                values.add(Collections.unmodifiableList(column));
            }
        }
        return MemoryTable.of(columns, values);
    }

    private static Object value(Random random, Kind kind, int length) {
        return switch (kind) {
            case REAL -> real(random);
            case INTEGER -> random.nextLong() >> random.nextInt(Long.SIZE);
            case BOOLEAN -> random.nextBoolean();
            case TEXT -> text(random);
            case ARRAY ->
                Stream.generate(() -> real(random))
                        .limit(length == Column.UNKNOWN_LENGTH ? random.nextInt(6) : length)
                        .toList();
        };
    }

    /** Of any size and sign, or one of {@link #REALS}. */
    static double real(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> REALS.get(random.nextInt(REALS.size()));
            case 1 -> random.nextGaussian();
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static MemoryTable extremes() {
        List<List<Double>> arrays = List.of(List.of(), REALS, List.of(Double.NaN), List.of(-0.0, 0.0));
        return MemoryTable.of(
                List.of(
                        column("real", Kind.REAL),
                        column("integer", Kind.INTEGER),
                        column("flag", Kind.BOOLEAN),
                        column("", Kind.TEXT),
                        column("array", Kind.ARRAY)),
                List.of(cycle(REALS), cycle(INTEGERS), cycle(List.of(true, false)), cycle(TEXTS), cycle(arrays)));
    }

    private static List<@Nullable Object> cycle(List<?> values) {
        List<@Nullable Object> result = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) { // the longest of all
            result.add(values.get(i % values.size()));
        }
        return Collections.unmodifiableList(result);
    }

    private static MemoryTable withGaps(MemoryTable table) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            List<@Nullable Object> gappy = new ArrayList<>(table.values(column));
            for (int row = column; row < gappy.size(); row += 4) {
                gappy.set(row, null);
            }
            values.add(Collections.unmodifiableList(gappy));
        }
        return MemoryTable.of(table.columns(), values);
    }

    /** Texts and arrays of more than the 64 KB that writers hold back. */
    private static MemoryTable large() {
        List<Double> array =
                DoubleStream.iterate(0, x -> x + 0.1).limit(20_000).boxed().toList();
        return MemoryTable.of(
                List.of(
                        column("text", Kind.TEXT),
                        new Column("fixed", Kind.ARRAY, "", array.size(), true),
                        column("array", Kind.ARRAY)),
                List.of(
                        List.of("short", "\"µ\"".repeat(40_000), "x".repeat(64 * 1024)),
                        List.of(array, array, array),
                        List.of(List.of(1.0), array, array.subList(0, 8193))));
    }
}
