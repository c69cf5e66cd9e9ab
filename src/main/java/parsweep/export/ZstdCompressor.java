package parsweep.export;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;

/** Compresses pages by Zstandard. Not thread-safe. */
final class ZstdCompressor implements AutoCloseable {
    /** Numbers gain next to nothing by level 3, which takes half as long again. */
    private static final int LEVEL = 1;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private final ColumnBuffer page = new ColumnBuffer();
    private byte[] compressed = new byte[0];

    /** An empty buffer, to put a page together in. */
    ColumnBuffer page() {
        page.clear();
        return page;
    }

    /**
     * Compresses a buffer.
     *
     * @param target whose content is replaced; may be the source
     */
    void compress(ColumnBuffer source, ColumnBuffer target) {
        int bound = Math.toIntExact(Zstd.compressBound(source.size()));
        if (compressed.length < bound) {
            compressed = new byte[bound];
        }
        int size = context.compressByteArray(compressed, 0, bound, source.array(), 0, source.size());
        target.clear();
        target.bytes(compressed, 0, size);
    }

    @Override
    public void close() {
        context.close();
    }
}
