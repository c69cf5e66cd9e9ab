package parsweep.model.wasm;

/**
 * A look at the structure of a module before the parser sees it. The parser allocates what a module declares before it has
 * read it: four bytes can declare four billion table entries, and a function of a dozen bytes 50,000 local
 * variables, times the number of functions. Here every count is compared with the bytes that are left, locals are added up, and what is refused
 * anyway (types of the garbage collection proposal, vectors) is refused.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html">The binary format</a>
 */
final class Outline {
    /** A Java method has 65,535 slots for its variables, two per number of 64 bits; compilers use some dozens. */
    static final int MAX_LOCALS = 10_000;

    /** All functions together: some 4 MB while they are compiled. */
    static final int MAX_ALL_LOCALS = 1_000_000;

    private static final int TYPE = 1;
    private static final int ELEMENT = 9;
    private static final int CODE = 10;
    private static final int DATA = 11;

    private final byte[] module;
    private int at;
    private int end;
    private long allLocals;

    private Outline(byte[] module) {
        this.module = module;
        this.end = module.length;
    }

    /**
     * @throws InvalidModule if this is not a module, or one that declares more than it holds
     */
    static void check(byte[] module) {
        new Outline(module).sections();
    }

    private void sections() {
        if (module.length < 8 || !isMagic()) {
            throw new InvalidModule("no WebAssembly module", "a binary that begins with 00 61 73 6d 01 00 00 00");
        }
        at = 8;
        while (at < module.length) {
            int id = next();
            int size = count("section %d".formatted(id));
            int sectionEnd = at + size;
            end = sectionEnd;
            switch (id) {
                case TYPE -> types();
                case ELEMENT -> elements();
                case CODE -> bodies();
                case DATA -> data();
                default -> at = end;
            }
            if (at != sectionEnd) {
                throw new InvalidModule(
                        "section %d ends at byte %d".formatted(id, at), "at byte %d".formatted(sectionEnd));
            }
            end = module.length;
        }
    }

    private boolean isMagic() {
        int[] magic = {0, 'a', 's', 'm', 1, 0, 0, 0};
        for (int i = 0; i < magic.length; i++) {
            if (module[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private void types() {
        for (int types = count("types"); types > 0; types--) {
            int form = next();
            if (form != 0x60) {
                throw new InvalidModule("a type of form 0x%02x".formatted(form), "functions, 0x60");
            }
            for (int values = count("parameters"); values > 0; values--) {
                valueType();
            }
            for (int values = count("results"); values > 0; values--) {
                valueType();
            }
        }
    }

    private void valueType() {
        int type = next();
        boolean number = type >= 0x7c && type <= 0x7f;
        boolean reference = type == 0x70 || type == 0x6f;
        if (!number && !reference) {
            throw new InvalidModule(
                    "a value of type 0x%02x".formatted(type), "i32, i64, f32, f64, funcref or externref; no vectors");
        }
    }

    private void elements() {
        for (int segments = count("element segments"); segments > 0; segments--) {
            int flags = count32();
            boolean active = (flags & 1) == 0;
            boolean explicit = (flags & 2) != 0;
            boolean expressions = (flags & 4) != 0;
            if (flags > 7) {
                throw new InvalidModule("an element segment of kind %d".formatted(flags), "0 to 7");
            }
            if (active && explicit) {
                count32(); // the table
            }
            if (active) {
                expression();
            }
            if (!active || explicit) {
                next(); // the kind or type of the elements
            }
            for (int elements = count("elements"); elements > 0; elements--) {
                if (expressions) {
                    expression();
                } else {
                    count32();
                }
            }
        }
    }

    /** A constant expression up to its end. */
    private void expression() {
        while (true) {
            int code = next();
            switch (code) {
                case 0x0b -> {
                    return;
                }
                case 0x23, 0x41, 0x42, 0xd2 -> skipNumber(); // global.get, i32.const, i64.const, ref.func
                case 0x43 -> skip(4); // f32.const
                case 0x44 -> skip(8); // f64.const
                case 0xd0 -> next(); // ref.null
                default ->
                    throw new InvalidModule(
                            "instruction 0x%02x in a constant expression".formatted(code), "a constant or global.get");
            }
        }
    }

    private void bodies() {
        for (int functions = count("functions"); functions > 0; functions--) {
            int size = count("bytes of a function");
            int bodyEnd = at + size;
            long locals = 0;
            for (int groups = count("groups of local variables"); groups > 0; groups--) {
                locals += Integer.toUnsignedLong(count32());
                valueType();
            }
            allLocals += locals;
            if (locals > MAX_LOCALS || allLocals > MAX_ALL_LOCALS) {
                throw new InvalidModule(
                        "%d local variables in a function, %d in all".formatted(locals, allLocals),
                        "at most %d, %d in all".formatted(MAX_LOCALS, MAX_ALL_LOCALS));
            }
            at = bodyEnd;
        }
    }

    private void data() {
        for (int segments = count("data segments"); segments > 0; segments--) {
            int mode = count32();
            if (mode == 2) {
                count32(); // the memory
            }
            if (mode != 1) {
                expression();
            }
            skip(count("bytes of data"));
        }
    }

    // ---- bytes

    private int next() {
        if (at >= end) {
            throw new InvalidModule("the module, or a section, ends in the midst of something", "more bytes");
        }
        return module[at++] & 0xff;
    }

    private void skip(int bytes) {
        if (bytes > end - at) {
            throw new InvalidModule("%d bytes where %d are left".formatted(bytes, end - at), "at most what is left");
        }
        at += bytes;
    }

    /** The number of things that follow, each of which takes a byte at least. */
    private int count(String what) {
        long count = Integer.toUnsignedLong(count32());
        if (count > end - at) {
            throw new InvalidModule(
                    "%d %s where %d bytes are left".formatted(count, what, end - at), "at most as many as bytes");
        }
        return (int) count;
    }

    private int count32() {
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

    private void skipNumber() {
        for (int i = 0; i < 10; i++) {
            if (next() < 0x80) {
                return;
            }
        }
        throw new InvalidModule("a number of more than 10 bytes", "at most 10 bytes for 64 bits");
    }
}
