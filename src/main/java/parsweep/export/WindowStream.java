package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on a window of what it is given: drops some bytes at first, then takes some, then drops the rest. */
final class WindowStream extends OutputStream {
    private final OutputStream out;
    private long skip;
    private long left;

    WindowStream(OutputStream out, long skip, long count) {
        this.out = out;
        this.skip = skip;
        this.left = count;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int dropped = (int) Math.min(skip, length);
        int taken = (int) Math.min(left, length - dropped);
        skip -= dropped;
        left -= taken;
        if (taken > 0) {
            out.write(bytes, offset + dropped, taken);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
