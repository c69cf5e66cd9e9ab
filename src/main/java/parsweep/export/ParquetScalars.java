package parsweep.export;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;

/** A column of which each row is one value of fixed width, or none. */
abstract sealed class ParquetScalars extends ParquetColumn {
    private final boolean mayMiss;

    private ParquetScalars(int column, ColumnDescriptor descriptor) {
        super(column, descriptor);
        this.mayMiss = descriptor.getMaxDefinitionLevel() > 0;
    }

    @Override
    final void add(Batch batch, int from, int to) throws IOException {
        if (!mayMiss) {
            addValues(batch, from, to);
            addPresent(to - from);
            return;
        }
        int row = from;
        while (row < to) {
            if (batch.isMissing(column, row)) {
                addMissing(0);
                row++;
            } else {
                int start = row;
                do {
                    row++;
                } while (row < to && !batch.isMissing(column, row));
                addValues(batch, start, row);
                addPresent(row - start);
            }
        }
    }

    /** Adds the values of rows [from, to), all of which are there. */
    abstract void addValues(Batch batch, int from, int to);

    static final class Reals extends ParquetScalars {
        private final RealRange range = new RealRange();

        Reals(int column, ColumnDescriptor descriptor) {
            super(column, descriptor);
        }

        @Override
        void addValues(Batch batch, int from, int to) {
            for (int row = from; row < to; row++) {
                double value = batch.real(column, row);
                values.real(value);
                range.add(value);
            }
        }

        @Override
        void addRange(Statistics<?> statistics) {
            range.addTo(statistics);
        }

        @Override
        void clear() {
            super.clear();
            range.clear();
        }
    }

    static final class Integers extends ParquetScalars {
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;

        Integers(int column, ColumnDescriptor descriptor) {
            super(column, descriptor);
        }

        @Override
        void addValues(Batch batch, int from, int to) {
            for (int row = from; row < to; row++) {
                long value = batch.integer(column, row);
                values.integer(value);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }

        @Override
        void addRange(Statistics<?> statistics) {
            if (min <= max) {
                statistics.updateStats(min);
                statistics.updateStats(max);
            }
        }

        @Override
        void clear() {
            super.clear();
            min = Long.MAX_VALUE;
            max = Long.MIN_VALUE;
        }
    }

    static final class Flags extends ParquetScalars {
        private boolean anyTrue;
        private boolean anyFalse;

        Flags(int column, ColumnDescriptor descriptor) {
            super(column, descriptor);
        }

        @Override
        void addValues(Batch batch, int from, int to) {
            for (int row = from; row < to; row++) {
                boolean value = batch.flag(column, row);
                values.bit(value);
                anyTrue |= value;
                anyFalse |= !value;
            }
        }

        @Override
        void addRange(Statistics<?> statistics) {
            if (anyTrue) {
                statistics.updateStats(true);
            }
            if (anyFalse) {
                statistics.updateStats(false);
            }
        }

        @Override
        void clear() {
            super.clear();
            anyTrue = false;
            anyFalse = false;
        }
    }
}
