package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * Parquet, compressed by Zstandard: {@code DOUBLE}, {@code INT64}, {@code BOOLEAN}, {@code STRING} and lists of
 * {@code DOUBLE}; what may be missing is optional. Units are in the key-value metadata, as {@code unit.} and the column's name.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet, file format</a>
 */
final class ParquetFormat implements ResultFormat {
    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public boolean isCompressed() {
        return true;
    }

    @Override
    public void write(Table table, OutputStream out) throws IOException {
        List<Column> columns = table.columns();
        try (ParquetRows rows = new ParquetRows(columns, schema(columns), out)) {
            table.read(IntStream.range(0, columns.size()).toArray(), rows);
            rows.end(columns.stream()
                    .filter(column -> !column.unit().isEmpty())
                    .collect(Collectors.toMap(column -> "unit." + column.name(), Column::unit)));
        }
        out.flush();
    }

    private static MessageType schema(List<Column> columns) {
        return new MessageType(
                "results", columns.stream().map(ParquetFormat::field).toList());
    }

    private static Type field(Column column) {
        Repetition repetition = column.mayMiss() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (column.kind()) {
            case REAL -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case ARRAY ->
                Types.list(repetition).requiredElement(PrimitiveTypeName.DOUBLE).named(column.name());
        };
    }
}
