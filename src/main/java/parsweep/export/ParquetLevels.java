package parsweep.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/** Small numbers of a page of Parquet, each in as few bits as the greatest needs or, where they repeat, in runs. */
final class ParquetLevels {
    private static final ByteBufferAllocator ALLOCATOR = HeapByteBufferAllocator.getInstance();
    private static final int INITIAL_BYTES = 64;
    private static final int BLOCK_BYTES = 64 * 1024;

    private final int width;
    private final RunLengthBitPackingHybridEncoder encoder;

    ParquetLevels(int greatest) {
        width = BytesUtils.getWidthFromMaxInt(greatest);
        encoder = new RunLengthBitPackingHybridEncoder(width, INITIAL_BYTES, BLOCK_BYTES, ALLOCATOR);
    }

    /** Bits of a number. */
    int width() {
        return width;
    }

    void add(int number, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            encoder.writeInt(number);
        }
    }

    /** Ends and appends them. */
    void writeTo(ColumnBuffer page) throws IOException {
        append(end(), page);
    }

    /** Ends and appends them, after how many bytes they are. */
    void writeWithLengthTo(ColumnBuffer page) throws IOException {
        ByteBuffer bytes = end();
        page.word(bytes.remaining());
        append(bytes, page);
    }

    private ByteBuffer end() throws IOException {
        return encoder.toBytes().toByteBuffer(ALLOCATOR, bytes -> {}); // which the collector frees
    }

    private static void append(ByteBuffer bytes, ColumnBuffer page) {
        page.bytes(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    void clear() {
        encoder.reset();
    }
}
