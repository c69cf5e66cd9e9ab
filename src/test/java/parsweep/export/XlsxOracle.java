package parsweep.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Workbooks by Apache POI; what Excel has no way to hold is expected as {@link XlsxFormat} says. */
final class XlsxOracle implements Oracle {
    private static final int MAX_TEXT = 32_767;

    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheet("results");
            Map<String, List<@Nullable Object>> result = new LinkedHashMap<>();
            sheet.getRow(0).forEach(cell -> result.put(cell.getStringCellValue(), new ArrayList<>()));
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                int i = 0;
                for (List<@Nullable Object> column : result.values()) {
                    column.add(value(sheet.getRow(row).getCell(i++, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL)));
                }
            }
            return result;
        }
    }

    private static @Nullable Object value(@Nullable XSSFCell cell) {
        if (cell == null) {
            return null;
        }
        return switch (cell.getCellType()) {
            case NUMERIC -> Double.valueOf(cell.getRawValue()); // POI turns -0.0 into 0
            case BOOLEAN -> cell.getBooleanCellValue();
            default -> cell.getStringCellValue();
        };
    }

    @Override
    public Map<String, ?> expected(MemoryTable table) {
        Map<String, List<@Nullable Object>> expected = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            List<@Nullable Object> column = new ArrayList<>();
            table.values(i).forEach(value -> column.add(cell(value)));
            expected.put(table.columns().get(i).name(), column);
        }
        return expected;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Long integer) {
            return integer.doubleValue();
        }
        if (value instanceof Double real) {
            return Double.isFinite(real) ? real : real.toString();
        }
        if (value instanceof List<?> array) {
            String text = array.stream()
                    .map(element -> CellWriter.text((Double) element))
                    .collect(Collectors.joining(",", "[", "]"));
            return text.length() <= MAX_TEXT ? text : "(%d values)".formatted(array.size());
        }
        return value instanceof String text && text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT - 1) + "…" : value;
    }
}
