package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An archive by {@code java.util.zip}, its entries by {@link NpyFile}. */
final class NpzOracle implements Oracle {
    private static final String ENDING = ".npy";

    /** The stream checks the sizes and the checksum that follow an entry against what it has read. */
    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) throws IOException {
        Map<String, NumPyArray> arrays = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                assertThat(name).endsWith(ENDING);
                arrays.put(
                        name.substring(0, name.length() - ENDING.length()),
                        NpyFile.parse(zip.readAllBytes()).array());
            }
        }
        return arrays;
    }

    @Override
    public Map<String, ?> expected(MemoryTable table) {
        return NpyOracle.arrays(table);
    }
}
