package parsweep.web.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parsweep.export.Column;
import parsweep.export.Column.Kind;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.outcome.Failure;
import parsweep.space.ValueType;

/** A column of a sweep's results, and how a batch gets its values. */
abstract sealed class ResultColumn {
    private final Column column;

    private ResultColumn(Column column) {
        this.column = column;
    }

    final Column column() {
        return column;
    }

    final String name() {
        return column.name();
    }

    /** Whether it can be compared and computed with. */
    final boolean isNumber() {
        return column.kind() != Kind.TEXT && column.kind() != Kind.ARRAY;
    }

    /** The names of some columns, for people. */
    static String names(List<ResultColumn> columns, Predicate<ResultColumn> which) {
        return columns.stream().filter(which).map(ResultColumn::name).collect(Collectors.joining(", "));
    }

    static Optional<ResultColumn> named(String name, List<ResultColumn> columns) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** A value as a double: NaN if it is missing, 1 and 0 for booleans. */
    final double number(SweepBatch batch, int row) {
        if (isMissing(batch, row)) {
            return Double.NaN;
        }
        return column.kind() == Kind.REAL ? real(batch, row) : integer(batch, row);
    }

    /** Whether values come from stored blocks; the others follow from the index. */
    boolean needsBlock() {
        return false;
    }

    boolean needsParameters() {
        return false;
    }

    boolean isMissing(SweepBatch batch, int row) {
        return false;
    }

    double real(SweepBatch batch, int row) {
        throw new IllegalStateException("column %s holds no reals".formatted(column.name()));
    }

    long integer(SweepBatch batch, int row) {
        throw new IllegalStateException("column %s holds no integers".formatted(column.name()));
    }

    String text(SweepBatch batch, int row) {
        throw new IllegalStateException("column %s holds no texts".formatted(column.name()));
    }

    private static Column scalar(String name, Kind kind, String unit, boolean mayMiss) {
        return new Column(name, kind, unit, Column.UNKNOWN_LENGTH, mayMiss);
    }

    private static Kind kind(ValueType type) {
        return switch (type) {
            case REAL -> Kind.REAL;
            case INTEGER -> Kind.INTEGER;
            case BOOLEAN -> Kind.BOOLEAN;
            case TEXT -> Kind.TEXT;
        };
    }

    static final class Index extends ResultColumn {
        Index() {
            super(scalar("index", Kind.INTEGER, "", false));
        }

        @Override
        long integer(SweepBatch batch, int row) {
            return batch.index(row);
        }
    }

    static final class OfParameter extends ResultColumn {
        private final int slot;

        /**
         * @param mayMiss whether a formula may have given it a value that its type cannot hold
         */
        OfParameter(Parameter parameter, int slot, boolean mayMiss) {
            super(scalar(parameter.name(), kind(parameter.type()), parameter.unit(), mayMiss));
            this.slot = slot;
        }

        @Override
        boolean isMissing(SweepBatch batch, int row) {
            return column().mayMiss() && !batch.parameters(row).isOfItsType(slot);
        }

        @Override
        boolean needsParameters() {
            return true;
        }

        @Override
        double real(SweepBatch batch, int row) {
            return batch.parameters(row).real(slot);
        }

        @Override
        long integer(SweepBatch batch, int row) {
            return batch.parameters(row).integer(slot);
        }

        @Override
        String text(SweepBatch batch, int row) {
            return batch.parameters(row).text(slot);
        }
    }

    static final class Replicate extends ResultColumn {
        Replicate() {
            super(scalar("replicate", Kind.INTEGER, "", false));
        }

        @Override
        long integer(SweepBatch batch, int row) {
            return batch.results().replicate(batch.index(row));
        }
    }

    static final class Seed extends ResultColumn {
        Seed() {
            super(scalar("seed", Kind.INTEGER, "", false));
        }

        @Override
        long integer(SweepBatch batch, int row) {
            return batch.results().seed(batch.index(row));
        }
    }

    /** {@code done}, the kind of the failure, {@code excluded}, or {@code pending} where there is no outcome yet. */
    static final class Status extends ResultColumn {
        Status() {
            super(scalar("status", Kind.TEXT, "", false));
        }

        @Override
        boolean needsBlock() {
            return true;
        }

        @Override
        String text(SweepBatch batch, int row) {
            if (!batch.hasOutcome(row)) {
                return batch.isExcluded(row) ? "excluded" : "pending";
            }
            Failure failure = batch.outcomes().failure(batch.blockRow(row));
            return failure == null ? "done" : failure.kind().label();
        }
    }

    static final class Seconds extends ResultColumn {
        Seconds(boolean gaps) {
            super(scalar("seconds", Kind.REAL, "s", gaps));
        }

        @Override
        boolean needsBlock() {
            return true;
        }

        @Override
        boolean isMissing(SweepBatch batch, int row) {
            return !batch.hasOutcome(row);
        }

        @Override
        double real(SweepBatch batch, int row) {
            return batch.outcomes().roundedSeconds(batch.blockRow(row));
        }
    }

    static final class OfOutput extends ResultColumn {
        private final int slot;

        /**
         * @param length of the arrays if it is known
         */
        OfOutput(Output output, int slot, int length, boolean mayMiss) {
            super(new Column(
                    output.name(),
                    output.shape().isArray() ? Kind.ARRAY : kind(output.type()),
                    output.unit(),
                    length,
                    mayMiss));
            this.slot = slot;
        }

        int slot() {
            return slot;
        }

        @Override
        boolean needsBlock() {
            return true;
        }

        @Override
        boolean isMissing(SweepBatch batch, int row) {
            return !batch.hasOutcome(row) || !batch.outcomes().isDone(batch.blockRow(row));
        }

        @Override
        double real(SweepBatch batch, int row) {
            return batch.outcomes().reals(slot)[batch.blockRow(row)];
        }

        @Override
        long integer(SweepBatch batch, int row) {
            return batch.outcomes().integers(slot)[batch.blockRow(row)];
        }

        @Override
        String text(SweepBatch batch, int row) {
            return batch.outcomes().text(slot, batch.blockRow(row));
        }
    }
}
