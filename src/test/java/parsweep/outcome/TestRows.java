package parsweep.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;

/** Points as a worker would finish them, drawn from a seed: some are done, some failed half-way. */
final class TestRows {
    /** More than any {@link TestColumn} needs. */
    static final long POINT_BYTES = 1L << 24;

    private final List<TestColumn> columns;
    private final List<Row> rows = new ArrayList<>();

    /** A point: its outputs, of which a failed one set only the first few. */
    record Row(
            List<Object> values, double seconds, @Nullable Failure failure) {}

    TestRows(List<TestColumn> columns, int count, double failing, long seed) {
        this.columns = columns;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            List<Object> values =
                    columns.stream().map(column -> column.value(random)).toList();
            Failure failure = random.nextDouble() < failing ? failure(random) : null;
            int set = failure == null ? values.size() : random.nextInt(values.size() + 1);
            rows.add(new Row(values.subList(0, set), random.nextDouble(), failure));
        }
    }

    private static Failure failure(SplittableRandom random) {
        FailureKind[] kinds = FailureKind.values();
        String message = (String) TestColumn.UNICODE.value(random);
        return new Failure(kinds[random.nextInt(kinds.length)], message, random.nextInt(1, 4));
    }

    static TestRows ofAllColumns(int count, double failing, long seed) {
        return new TestRows(TestColumn.small().toList(), count, failing, seed);
    }

    List<Output> outputs() {
        return columns.stream().map(TestColumn::output).toList();
    }

    int count() {
        return rows.size();
    }

    Row row(int index) {
        return rows.get(index);
    }

    OutcomeBuilder newBuilder() {
        return new OutcomeBuilder(outputs(), POINT_BYTES);
    }

    /** Finishes rows {@code from} to {@code to}, whose points have the same indices. */
    void write(OutcomeBuilder builder, int from, int to) {
        for (int index = from; index < to; index++) {
            write(builder, index);
        }
    }

    void write(OutcomeBuilder builder, int index) {
        Row row = rows.get(index);
        for (int slot = 0; slot < row.values().size(); slot++) {
            TestColumn.set(builder, slot, row.values().get(slot));
        }
        if (row.failure() == null) {
            builder.done(index, row.seconds());
        } else {
            builder.failed(index, row.seconds(), row.failure());
        }
    }

    Block block(int from, int to) {
        OutcomeBuilder builder = newBuilder();
        write(builder, from, to);
        return builder.build(from);
    }

    Block block() {
        return block(0, rows.size());
    }

    Outcomes decoded() {
        return new Outcomes(block().payload(), outputs());
    }

    /** What {@link Outcomes#get} must give, in the form of {@link TestColumn#bits}. */
    @Nullable
    Object expected(int slot, int row) {
        Row expected = rows.get(row);
        return expected.failure() == null ? TestColumn.bits(expected.values().get(slot)) : null;
    }

    @Override
    public String toString() {
        return "%d rows of %s".formatted(rows.size(), Arrays.toString(columns.toArray()));
    }
}
