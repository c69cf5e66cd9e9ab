package parsweep.model.program;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import parsweep.model.InvalidOutputException;
import parsweep.model.Output;
import parsweep.model.Outputs;

/** A table with a head of names: an array is the column of its name, a single value that of the last row. */
final class CsvResult implements ResultFormat {
    private final OutputSlots slots;

    CsvResult(List<Output> outputs) {
        slots = new OutputSlots(outputs);
    }

    @Override
    public void read(byte[] bytes, int length, Outputs outputs) throws InvalidOutputException {
        List<NamedCsvRecord> rows = rows(new String(bytes, 0, length, StandardCharsets.UTF_8));
        if (rows.isEmpty()) {
            throw new InvalidOutputException("a table without rows (expected: a head and at least a row)");
        }
        NamedCsvRecord last = rows.get(rows.size() - 1);
        for (String name : last.getHeader()) {
            int slot = slots.find(name.strip());
            if (slot >= 0 && slots.output(slot).shape().isArray()) {
                double[] column = new double[rows.size()];
                for (int row = 0; row < column.length; row++) {
                    column[row] = slots.real(slot, rows.get(row).findField(name).orElse(""));
                }
                outputs.array(slot, column);
            } else if (slot >= 0) {
                slots.set(outputs, slot, last.findField(name).orElse(""));
            }
        }
    }

    private static List<NamedCsvRecord> rows(String text) throws InvalidOutputException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try {
            CsvReader.builder().ofNamedCsvRecord(text).forEach(rows::add);
        } catch (CsvParseException | IllegalStateException e) {
            throw new InvalidOutputException("no table: %s (expected: CSV with a head)".formatted(e.getMessage()));
        }
        return rows;
    }
}
