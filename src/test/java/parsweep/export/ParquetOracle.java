package parsweep.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parquet by DuckDB. */
final class ParquetOracle extends TextOracle {
    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) throws IOException {
        Path path = Files.createTempFile(Path.of("target"), "results-", ".parquet");
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM read_parquet('%s')".formatted(Files.write(path, file)))) {
            Map<String, List<@Nullable Object>> result = new LinkedHashMap<>();
            for (int i = 0; i < rows.getMetaData().getColumnCount(); i++) {
                String name = rows.getMetaData().getColumnName(i + 1); // which DuckDB invents where there is none
                result.put(name.equals("C" + i) && columns.get(i).name().isEmpty() ? "" : name, new ArrayList<>());
            }
            while (rows.next()) {
                int i = 1;
                for (List<@Nullable Object> column : result.values()) {
                    column.add(value(rows.getObject(i++)));
                }
            }
            return result;
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.delete(path);
        }
    }

    private static @Nullable Object value(@Nullable Object value) throws SQLException {
        return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
    }
}
