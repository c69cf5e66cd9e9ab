package parsweep.outcome;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One chunk of a column: bytes grouped by significance (shuffled) and compressed, or as they are. Thread-confined: it
 * owns its buffers.
 */
final class ChunkCodec {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkCodec.class);

    /** Fits the second-level cache twice, so that shuffling is not bound by memory. */
    static final int CHUNK_BYTES = 256 * 1024;

    private static final LZ4Factory LZ4 = lz4();
    private static final LZ4Compressor COMPRESSOR = LZ4.fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR = LZ4.safeDecompressor();

    private final byte[] shuffled = new byte[CHUNK_BYTES];
    private final byte[] compressed = new byte[COMPRESSOR.maxCompressedLength(CHUNK_BYTES)];

    /**
     * The native library where there is one for this machine, five times as fast, else Java. Not
     * {@code fastestInstance}, which refuses the native one under the class loader of an executable jar.
     */
    private static LZ4Factory lz4() {
        try {
            return LZ4Factory.nativeInstance();
        } catch (LinkageError | RuntimeException e) {
            LOG.info("no native LZ4 here ({}); blocks are compressed in Java", e.toString());
            return LZ4Factory.safeInstance();
        }
    }

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
            Transpose.bytes(raw, shuffled, length / width, width);
        }
        int result = COMPRESSOR.compress(source, 0, length, compressed, 0);
        return result <= length - length / 5 ? result : -1;
    }

    /**
     * Undoes {@link #compress} into the first {@code length} bytes of {@code raw}.
     *
     * @throws LZ4Exception if that is not what was compressed
     */
    void decompress(byte[] payload, int offset, int compressedLength, byte[] raw, int length, int width) {
        byte[] target = width == 1 ? raw : shuffled;
        int written = DECOMPRESSOR.decompress(payload, offset, compressedLength, target, 0, length);
        if (written != length) {
            throw new LZ4Exception("chunk of %d bytes (expected: %d)".formatted(written, length));
        }
        if (width > 1) {
            Transpose.bytes(shuffled, raw, width, length / width);
        }
    }
}
