package parsweep.web.results;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * gzip that passes on what it has got when it is flushed, at the level that is fast: a third of the time of the usual
 * one, for a tenth more bytes.
 */
final class GzipStream extends GZIPOutputStream {
    private static final int BUFFER_BYTES = 16 * 1024;

    GzipStream(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES, true);
        def.setLevel(Deflater.BEST_SPEED);
    }

    /** Gives native memory back without closing the stream below. */
    void release() {
        def.end();
    }

    /**
     * Whether a client takes gzip.
     *
     * @param accepted the header {@code Accept-Encoding}
     */
    static boolean isAccepted(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] coding = part.strip().split("\\s*;\\s*", 2);
            if (coding[0].equals("gzip") || coding[0].equals("x-gzip")) {
                return coding.length == 1 || !coding[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
