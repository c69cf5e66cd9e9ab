package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/**
 * An Excel workbook of one sheet with a head that stays in view. What is missing is an empty cell; what is not finite,
 * which Excel has no number for, is the text {@code NaN}, {@code Infinity} or {@code -Infinity}; whole numbers beyond
 * 2<sup>53</sup> are rounded as Excel does. An array is a JSON array, or {@code (n values)} if that is longer than a cell
 * may be; a longer text is cut.
 *
 * <p>Written here, since libraries that stream drop characters that XML has none for without saying so, write the time of
 * day into the file, and digits that depend on the version of Java.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376</a>
 */
final class XlsxFormat implements ResultFormat {
    /** Excel's rows, less the head. */
    private static final long MAX_ROWS = (1 << 20) - 1;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** What a workbook consists of, besides the rows. */
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "[Content_Types].xml",
            XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
            "_rels/.rels",
            XML + relationship("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml",
            XML + "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                    + "<sheet name=\"results\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            XML + relationship("worksheet", "worksheets/sheet1.xml")));

    private static final String SHEET = XML + "<worksheet xmlns=\"" + SHEETS + "\"><sheetViews>"
            + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
            + " state=\"frozen\"/></sheetView></sheetViews><sheetData>";

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public long maxRows() {
        return MAX_ROWS;
    }

    @Override
    public boolean isCompressed() {
        return true;
    }

    @Override
    public void write(Table table, OutputStream out) throws IOException {
        Archive archive = new Archive(out, Deflater.BEST_SPEED);
        try {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                archive.begin(part.getKey());
                CellWriter text = new CellWriter(archive);
                text.utf8(part.getValue());
                text.flush();
                archive.closeEntry();
            }
            archive.begin("xl/worksheets/sheet1.xml");
            writeSheet(table, new CellWriter(archive));
            archive.closeEntry();
            archive.finish();
        } finally {
            archive.release();
        }
        out.flush();
    }

    private static void writeSheet(Table table, CellWriter out) throws IOException {
        List<Column> columns = table.columns();
        XlsxRows rows = new XlsxRows(columns, out);
        out.ascii(SHEET);
        rows.head();
        table.read(IntStream.range(0, columns.size()).toArray(), rows);
        out.ascii("</sheetData></worksheet>");
        out.flush();
    }
}
