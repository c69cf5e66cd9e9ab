package parsweep.outcome;

import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * One chunk of a column: bytes grouped by significance (shuffled) and compressed, or as they are. Thread-confined: it
 * owns its buffers.
 */
final class ChunkCodec {
    /** Fits the second-level cache twice, so that shuffling is not bound by memory. */
    static final int CHUNK_BYTES = 256 * 1024;

    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private final byte[] shuffled = new byte[CHUNK_BYTES];
    private final byte[] compressed = new byte[COMPRESSOR.maxCompressedLength(CHUNK_BYTES)];

    byte[] compressed() {
        return compressed;
    }

    /**
     * Compresses {@code length} bytes of elements of {@code width} bytes into {@link #compressed()}.
     *
     * @return the compressed length, or -1 if that would not save a fifth
     */
    int compress(byte[] raw, int length, int width) {
        byte[] source = width == 1 ? raw : shuffled;
        if (width > 1) {
            int n = length / width;
            for (int b = 0; b < width; b++) {
                int out = b * n;
                for (int i = 0, in = b; i < n; i++, in += width) {
                    shuffled[out + i] = raw[in];
                }
            }
        }
        int result = COMPRESSOR.compress(source, 0, length, compressed, 0);
        return result <= length - length / 5 ? result : -1;
    }

    /** Undoes {@link #compress} into the first {@code length} bytes of {@code raw}. */
    void decompress(byte[] payload, int offset, int compressedLength, byte[] raw, int length, int width) {
        byte[] target = width == 1 ? raw : shuffled;
        int written = DECOMPRESSOR.decompress(payload, offset, compressedLength, target, 0, length);
        if (written != length) {
            throw new IllegalStateException("chunk of %d bytes (expected: %d)".formatted(written, length));
        }
        if (width > 1) {
            int n = length / width;
            for (int b = 0; b < width; b++) {
                int in = b * n;
                for (int i = 0, out = b; i < n; i++, out += width) {
                    raw[out] = shuffled[in + i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "ChunkCodec(" + Arrays.asList(COMPRESSOR, DECOMPRESSOR) + ")";
    }
}
