package parsweep.export;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a sheet. */
final class XlsxRows implements Table.BatchSink {
    /** Characters of a cell; Excel takes a file with a longer one for damaged. */
    private static final int MAX_TEXT = 32_767;

    private final List<Column> columns;
    private final CellWriter out;
    private final String[] letters;
    private long row;

    XlsxRows(List<Column> columns, CellWriter out) {
        this.columns = columns;
        this.out = out;
        this.letters =
                IntStream.range(0, columns.size()).mapToObj(XlsxRows::letters).toArray(String[]::new);
    }

    /** A to Z, AA to ZZ, and so on. */
    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    void head() throws IOException {
        startRow();
        for (int column = 0; column < letters.length; column++) {
            text(column, columns.get(column).name());
        }
        out.ascii("</row>\n");
    }

    @Override
    public void accept(Batch batch) throws IOException {
        for (int i = 0; i < batch.rows(); i++) {
            startRow();
            for (int column = 0; column < letters.length; column++) {
                if (!batch.isMissing(column, i)) {
                    cell(batch, column, i);
                }
            }
            out.ascii("</row>\n");
        }
    }

    private void startRow() throws IOException {
        row++;
        out.ascii("<row r=\"");
        out.integer(row);
        out.ascii("\">");
    }

    private void cell(Batch batch, int column, int i) throws IOException {
        switch (columns.get(column).kind()) {
            case REAL -> {
                double value = batch.real(column, i);
                if (Double.isFinite(value)) {
                    startCell(column, "");
                    out.ascii("<v>");
                    out.real(value);
                    out.ascii("</v></c>");
                } else {
                    text(column, String.valueOf(value));
                }
            }
            case INTEGER -> {
                startCell(column, "");
                out.ascii("<v>");
                out.integer(batch.integer(column, i));
                out.ascii("</v></c>");
            }
            case BOOLEAN -> {
                startCell(column, " t=\"b\"");
                out.ascii(batch.flag(column, i) ? "<v>1</v></c>" : "<v>0</v></c>");
            }
            case TEXT -> text(column, batch.text(column, i));
            case ARRAY -> text(column, array(batch, column, i));
        }
    }

    private void startCell(int column, String type) throws IOException {
        out.ascii("<c r=\"");
        out.ascii(letters[column]);
        out.integer(row);
        out.character('"');
        out.ascii(type);
        out.character('>');
    }

    private void text(int column, String text) throws IOException {
        startCell(column, " t=\"inlineStr\"");
        out.ascii("<is><t xml:space=\"preserve\">");
        out.utf8(escaped(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT - 1) + "…" : text));
        out.ascii("</t></is></c>");
    }

    private static String array(Batch batch, int column, int i) {
        int length = batch.arrayLength(column, i);
        StringBuilder text = new StringBuilder("[");
        for (int element = 0; element < length && text.length() < MAX_TEXT; element++) {
            text.append(element == 0 ? "" : ",");
            text.append(CellWriter.text(batch.elements(column)[batch.arrayStart(column, i) + element]));
        }
        return text.length() < MAX_TEXT ? text.append(']').toString() : "(" + length + " values)";
    }

    /** Characters that XML cannot hold as {@code _x0001_}, and what looks like that but is not with its {@code _} so. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '_' -> escaped.append(looksEscaped(text, i) ? "_x005F_" : "_");
                default -> {
                    if ((c < ' ' && c != '\t' && c != '\n') || c == '\uFFFE' || c == '\uFFFF') {
                        escaped.append("_x%04X_".formatted((int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static boolean looksEscaped(String text, int at) {
        return text.regionMatches(at, "_x", 0, 2)
                && at + 6 < text.length()
                && text.charAt(at + 6) == '_'
                && text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
