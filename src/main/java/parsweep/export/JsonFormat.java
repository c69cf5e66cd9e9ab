package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * One flat object a row, either as a JSON array or as lines (NDJSON). A missing value is {@code null}; what is not
 * finite, which JSON has no number for, is {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonFormat implements ResultFormat {
    private final boolean lines;

    /**
     * @param lines false for an array of objects
     */
    JsonFormat(boolean lines) {
        this.lines = lines;
    }

    @Override
    public String extension() {
        return lines ? "ndjson" : "json";
    }

    @Override
    public String mediaType() {
        return lines ? "application/x-ndjson" : "application/json";
    }

    @Override
    public void write(Table table, OutputStream out) throws IOException {
        CellWriter cells = new CellWriter(out);
        List<Column> columns = table.columns();
        Column.Kind[] kinds = columns.stream().map(Column::kind).toArray(Column.Kind[]::new);
        String[] keys = IntStream.range(0, kinds.length)
                .mapToObj(i -> (i == 0 ? "{" : ",") + quoted(columns.get(i).name()) + ":")
                .toArray(String[]::new);
        Rows rows = new Rows(cells, kinds, keys);
        if (!lines) {
            cells.character('[');
        }
        table.read(IntStream.range(0, kinds.length).toArray(), rows);
        rows.end();
    }

    /** Writes rows, and what is between them. */
    private final class Rows implements Table.BatchSink {
        private final CellWriter cells;
        private final Column.Kind[] kinds;
        private final String[] keys;
        private boolean first = true;
        private boolean blank; // since the last row

        Rows(CellWriter cells, Column.Kind[] kinds, String[] keys) {
            this.cells = cells;
            this.kinds = kinds;
            this.keys = keys;
        }

        @Override
        public void accept(Batch batch) throws IOException {
            for (int row = 0; row < batch.rows(); row++) {
                if (!lines && !first) {
                    cells.ascii(",\n");
                }
                first = false;
                blank = false;
                for (int column = 0; column < kinds.length; column++) {
                    cells.utf8(keys[column]);
                    if (batch.isMissing(column, row)) {
                        cells.ascii("null");
                    } else {
                        value(cells, kinds[column], batch, column, row);
                    }
                }
                cells.ascii(lines ? "}\n" : "}");
            }
        }

        @Override
        public void pause() throws IOException {
            cells.flush();
        }

        /** Blanks before the next row, which JSON allows, show whether there is still somebody who reads. */
        @Override
        public void idle() throws IOException {
            cells.character(' ');
            blank = true;
            cells.flush();
        }

        /** Every line has an end, also one of blanks that no row came after. */
        void end() throws IOException {
            if (!lines) {
                cells.ascii("]\n");
            } else if (blank) {
                cells.character('\n');
            }
            cells.flush();
        }
    }

    private static void value(CellWriter cells, Column.Kind kind, Batch batch, int column, int row) throws IOException {
        switch (kind) {
            case REAL -> real(cells, batch.real(column, row));
            case INTEGER -> cells.integer(batch.integer(column, row));
            case BOOLEAN -> cells.ascii(batch.flag(column, row) ? "true" : "false");
            case TEXT -> cells.utf8(quoted(batch.text(column, row)));
            case ARRAY -> array(cells, batch, column, row);
        }
    }

    private static void array(CellWriter cells, Batch batch, int column, int row) throws IOException {
        double[] elements = batch.elements(column);
        int start = batch.arrayStart(column, row);
        int end = start + batch.arrayLength(column, row);
        cells.character('[');
        for (int i = start; i < end; i++) {
            if (i > start) {
                cells.character(',');
            }
            real(cells, elements[i]);
        }
        cells.character(']');
    }

    private static void real(CellWriter cells, double value) throws IOException {
        if (Double.isFinite(value)) {
            cells.real(value);
        } else {
            cells.ascii("\"" + value + "\"");
        }
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
