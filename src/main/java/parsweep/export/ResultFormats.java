package parsweep.export;

import java.util.List;
import java.util.Optional;

/** All formats. To add one, write a {@link ResultFormat} and list it here. */
public final class ResultFormats {
    private static final List<ResultFormat> ALL = List.of(
            new CsvFormat(),
            new JsonFormat(false),
            new JsonFormat(true),
            new NpyFormat(),
            new NpzFormat(),
            new NetCdfFormat(),
            new ArrowFormat(),
            new ParquetFormat(),
            new XlsxFormat());

    private ResultFormats() {}

    public static List<ResultFormat> all() {
        return ALL;
    }

    public static Optional<ResultFormat> byExtension(String extension) {
        return ALL.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }
}
