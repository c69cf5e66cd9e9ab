package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP stream that depends on nothing but what is in it, and gives its native memory back without closing what is below. */
final class Archive extends ZipOutputStream {
    /** A constant, and without a time zone: equal results are equal files. ZIP's first day means "earlier". */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    Archive(OutputStream out, int level) {
        super(out);
        setLevel(level);
    }

    void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        putNextEntry(entry);
    }

    void release() {
        def.end();
    }
}
