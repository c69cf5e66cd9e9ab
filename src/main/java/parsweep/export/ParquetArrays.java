package parsweep.export;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;

/**
 * A column of arrays: the elements of all, end to end. Repetition level 1 goes on with the same array. The definition level
 * of an element is one more than that of an empty array; a missing one has 0.
 */
final class ParquetArrays extends ParquetColumn {
    private final int empty; // definition level
    private final ParquetLevels repetitions = new ParquetLevels(1);
    private final RealRange range = new RealRange();

    ParquetArrays(int column, ColumnDescriptor descriptor) {
        super(column, descriptor);
        this.empty = descriptor.getMaxDefinitionLevel() - 1;
    }

    @Override
    void add(Batch batch, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            repetitions.add(0, 1);
            if (batch.isMissing(column, row)) {
                addMissing(0);
            } else if (batch.arrayLength(column, row) == 0) {
                addMissing(empty);
            } else {
                add(batch.elements(column), batch.arrayStart(column, row), batch.arrayLength(column, row));
            }
        }
    }

    private void add(double[] elements, int start, int length) throws IOException {
        values.reals(elements, start, length);
        for (int i = start; i < start + length; i++) {
            range.add(elements[i]);
        }
        repetitions.add(1, length - 1);
        addPresent(length);
    }

    @Override
    void encodeRepetitions(ColumnBuffer page) throws IOException {
        repetitions.writeWithLengthTo(page);
    }

    @Override
    void addRange(Statistics<?> statistics) {
        range.addTo(statistics);
    }

    @Override
    void clear() {
        super.clear();
        repetitions.clear();
        range.clear();
    }
}
