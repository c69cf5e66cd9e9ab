package parsweep.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/** The head of a message of an Arrow stream. */
final class ArrowMessage {
    /** Stands before every message since version 0.15. */
    private static final int CONTINUATION = -1;

    /** What is before a head: continuation and size. */
    private static final int PREFIX_BYTES = 2 * Integer.BYTES;

    private final FlatBufferBuilder builder = new FlatBufferBuilder();
    private final byte type;
    private final int header;
    private final long bodyBytes;

    private ArrowMessage(List<Column> columns) {
        int[] fields = columns.stream().mapToInt(this::field).toArray();
        type = MessageHeader.Schema;
        header = Schema.createSchema(builder, Endianness.Little, Schema.createFieldsVector(builder, fields), 0, 0);
        bodyBytes = 0;
    }

    private ArrowMessage(int rows, ArrowColumn[] columns) {
        List<ColumnBuffer> buffers = new ArrayList<>();
        int nodes = 0;
        for (ArrowColumn column : columns) {
            buffers.addAll(column.buffers());
            nodes += column.isArray() ? 2 : 1;
        }
        bodyBytes = buffers.stream().mapToLong(ColumnBuffer::paddedSize).sum();
        RecordBatch.startNodesVector(builder, nodes); // vectors are built from their ends
        for (int i = columns.length - 1; i >= 0; i--) {
            if (columns[i].isArray()) {
                FieldNode.createFieldNode(builder, columns[i].elements(), 0);
            }
            FieldNode.createFieldNode(builder, rows, columns[i].missing());
        }
        int nodesVector = builder.endVector();
        RecordBatch.startBuffersVector(builder, buffers.size());
        long offset = bodyBytes;
        for (int i = buffers.size() - 1; i >= 0; i--) {
            offset -= buffers.get(i).paddedSize();
            Buffer.createBuffer(builder, offset, buffers.get(i).size());
        }
        int buffersVector = builder.endVector();
        type = MessageHeader.RecordBatch;
        header = RecordBatch.createRecordBatch(builder, rows, nodesVector, buffersVector, 0, 0);
    }

    static ArrowMessage schema(List<Column> columns) {
        return new ArrowMessage(columns);
    }

    static ArrowMessage batch(int rows, ArrowColumn[] columns) {
        return new ArrowMessage(rows, columns);
    }

    private int field(Column column) {
        int children = 0;
        if (column.kind() == Column.Kind.ARRAY) {
            int element = field("item", false, Column.Kind.REAL, 0, 0);
            children = Field.createChildrenVector(builder, new int[] {element});
        }
        int metadata = 0;
        if (!column.unit().isEmpty()) {
            int unit =
                    KeyValue.createKeyValue(builder, builder.createString("unit"), builder.createString(column.unit()));
            metadata = Field.createCustomMetadataVector(builder, new int[] {unit});
        }
        return field(column.name(), true, column.kind(), children, metadata);
    }

    private int field(String name, boolean nullable, Column.Kind kind, int children, int metadata) {
        int nameOffset = builder.createString(name);
        int kindOffset = switch (kind) {
            case REAL -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case INTEGER -> Int.createInt(builder, Long.SIZE, true);
            case BOOLEAN -> {
                Bool.startBool(builder);
                yield Bool.endBool(builder);
            }
            case TEXT -> {
                Utf8.startUtf8(builder);
                yield Utf8.endUtf8(builder);
            }
            case ARRAY -> {
                org.apache.arrow.flatbuf.List.startList(builder);
                yield org.apache.arrow.flatbuf.List.endList(builder);
            }
        };
        // readers go through the children even where there cannot be any
        int childrenOffset = children == 0 ? Field.createChildrenVector(builder, new int[0]) : children;
        return Field.createField(builder, nameOffset, nullable, type(kind), kindOffset, 0, childrenOffset, metadata);
    }

    private static byte type(Column.Kind kind) {
        return switch (kind) {
            case REAL -> Type.FloatingPoint;
            case INTEGER -> Type.Int;
            case BOOLEAN -> Type.Bool;
            case TEXT -> Type.Utf8;
            case ARRAY -> Type.List;
        };
    }

    /** Writes the head, filled up so that what follows is aligned. */
    void write(OutputStream out) throws IOException {
        Message.finishMessageBuffer(
                builder, Message.createMessage(builder, MetadataVersion.V5, type, header, bodyBytes, 0));
        byte[] bytes = builder.sizedByteArray();
        int padding = -(PREFIX_BYTES + bytes.length) & (Long.BYTES - 1);
        writePrefix(bytes.length + padding, out);
        out.write(bytes);
        out.write(new byte[padding]);
    }

    /** Writes what ends a stream. */
    static void writeEnd(OutputStream out) throws IOException {
        writePrefix(0, out);
    }

    private static void writePrefix(int size, OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(PREFIX_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(size)
                .array());
    }
}
