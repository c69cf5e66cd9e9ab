package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CSV as in RFC 4180, UTF-8, with a head. A missing value is an empty cell; what is not finite is {@code NaN},
 * {@code Infinity} or {@code -Infinity}, which pandas, R, Julia, DuckDB and Java all read as such; an array is a quoted
 * JSON array (with these three words in it, as Python's {@code json} takes them).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvFormat implements ResultFormat {
    private static final String LINE_END = "\r\n";

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void write(Table table, OutputStream out) throws IOException {
        CellWriter cells = new CellWriter(out);
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                cells.character(',');
            }
            text(cells, columns.get(i).name());
        }
        cells.ascii(LINE_END);
        Column.Kind[] kinds = columns.stream().map(Column::kind).toArray(Column.Kind[]::new);
        table.read(IntStream.range(0, kinds.length).toArray(), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                for (int column = 0; column < kinds.length; column++) {
                    if (column > 0) {
                        cells.character(',');
                    }
                    if (!batch.isMissing(column, row)) {
                        cell(cells, kinds[column], batch, column, row);
                    }
                }
                cells.ascii(LINE_END);
            }
        });
        cells.flush();
    }

    private static void cell(CellWriter cells, Column.Kind kind, Batch batch, int column, int row) throws IOException {
        switch (kind) {
            case REAL -> real(cells, batch.real(column, row));
            case INTEGER -> cells.integer(batch.integer(column, row));
            case BOOLEAN -> cells.ascii(batch.flag(column, row) ? "true" : "false");
            case TEXT -> text(cells, batch.text(column, row));
            case ARRAY -> array(cells, batch, column, row);
        }
    }

    private static void real(CellWriter cells, double value) throws IOException {
        if (Double.isFinite(value)) {
            cells.real(value);
        } else {
            cells.ascii(String.valueOf(value));
        }
    }

    private static void array(CellWriter cells, Batch batch, int column, int row) throws IOException {
        double[] elements = batch.elements(column);
        int start = batch.arrayStart(column, row);
        int end = start + batch.arrayLength(column, row);
        cells.ascii("\"[");
        for (int i = start; i < end; i++) {
            if (i > start) {
                cells.character(',');
            }
            real(cells, elements[i]);
        }
        cells.ascii("]\"");
    }

    /** Quoted when it must be, and when it is empty: an empty cell without quotes is a missing value. */
    private static void text(CellWriter cells, String text) throws IOException {
        boolean quoted = text.isEmpty();
        for (int i = 0; i < text.length() && !quoted; i++) {
            char c = text.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r' || c == ' ';
        }
        cells.utf8(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
