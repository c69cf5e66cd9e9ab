package parsweep.export;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Pages by Zstandard, at the level that its authors recommend. Not thread-safe. */
final class ZstdCompressor implements BytesInputCompressor {
    private static final int LEVEL = 3;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private byte[] target = new byte[0];

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(page);
        byte[] source = page.toByteArray();
        int bound = Math.toIntExact(Zstd.compressBound(source.length));
        if (target.length < bound) {
            target = new byte[bound];
        }
        int size = context.compressByteArray(target, 0, bound, source, 0, source.length);
        return BytesInput.from(Arrays.copyOf(target, size));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
        context.close();
    }
}
