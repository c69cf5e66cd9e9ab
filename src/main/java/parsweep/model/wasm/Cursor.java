package parsweep.model.wasm;

/** A position in a module, which never leaves the section or the function in which it is. */
final class Cursor {
    private final byte[] module;
    private int at;
    private int end;

    Cursor(byte[] module) {
        this.module = module;
        this.end = module.length;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /**
     * Enters a part that begins here.
     *
     * @return the end of the surrounding part, for {@link #leave}
     */
    int enter(int size) {
        int outerEnd = end;
        end = at + size;
        return outerEnd;
    }

    /**
     * Leaves a part of which everything has been read.
     *
     * @throws InvalidModule if something is left
     */
    void leave(int outerEnd, String what) {
        if (at != end) {
            throw new InvalidModule("%s ends at byte %d".formatted(what, at), "at byte %d".formatted(end));
        }
        end = outerEnd;
    }

    void skipAll() {
        at = end;
    }

    int next() {
        if (at >= end) {
            throw new InvalidModule("the module, or a part of it, ends in the midst of something", "more bytes");
        }
        return module[at++] & 0xff;
    }

    void skip(int bytes) {
        if (bytes > end - at) {
            throw new InvalidModule("%d bytes where %d are left".formatted(bytes, end - at), "at most what is left");
        }
        at += bytes;
    }

    /** The number of things that follow, each of which takes a byte at least. */
    int count(String what) {
        long count = Integer.toUnsignedLong(number());
        if (count > end - at) {
            throw new InvalidModule(
                    "%d %s where %d bytes are left".formatted(count, what, end - at), "at most as many as bytes");
        }
        return (int) count;
    }

    /** An unsigned number of 32 bits. */
    int number() {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return (int) value;
            }
        }
        throw new InvalidModule("a number of more than 5 bytes", "at most 5 bytes for 32 bits");
    }

    void skipNumber() {
        for (int i = 0; i < 10; i++) {
            if (next() < 0x80) {
                return;
            }
        }
        throw new InvalidModule("a number of more than 10 bytes", "at most 10 bytes for 64 bits");
    }
}
