package parsweep.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Somebody else's reader of a format, and what it ought to find. */
interface Oracle {
    /** What a file holds, by column. */
    Map<String, ?> read(byte[] file, List<Column> columns) throws IOException;

    /** What a file of this table should hold, by column, in their order. */
    Map<String, ?> expected(MemoryTable table);

    /**
     * The reader of a format.
     *
     * @throws AssertionError if there is none: a format that nobody else reads is not done
     */
    static Oracle of(ResultFormat format) {
        return switch (format.extension()) {
            case "csv" -> new CsvOracle();
            case "json" -> new JsonOracle(false);
            case "ndjson" -> new JsonOracle(true);
            case "npy" -> new NpyOracle();
            case "npz" -> new NpzOracle();
            case "nc" -> new NetCdfOracle();
            case "parquet" -> new ParquetOracle();
            case "xlsx" -> new XlsxOracle();
            case "arrows" -> new ArrowOracle();
            default -> throw new AssertionError("no reader for '%s': add one here".formatted(format.extension()));
        };
    }
}
