package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/**
 * NumPy arrays of all columns in a ZIP archive, as {@code numpy.savez} writes it; {@code numpy.load} opens it by the
 * columns' names. Written column by column, so the table is read once per column.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html">numpy.savez</a>
 */
final class NpzFormat implements ResultFormat {
    /** Deflate's blocks can be read again quickly only if they are stored; who wants it smaller asks for gzip. */
    private static final int LEVEL = Deflater.NO_COMPRESSION;

    @Override
    public String extension() {
        return "npz";
    }

    @Override
    public String mediaType() {
        return "application/x-npz";
    }

    @Override
    public boolean isPositional() {
        return true;
    }

    @Override
    public void write(Table table, OutputStream out) throws IOException {
        Archive archive = new Archive(out, LEVEL);
        try {
            for (int column = 0; column < table.columns().size(); column++) {
                archive.begin(table.columns().get(column).name() + ".npy");
                NpyColumn.of(table, column).write(archive);
                archive.closeEntry();
            }
            archive.finish();
        } finally {
            archive.release();
        }
        out.flush();
    }
}
