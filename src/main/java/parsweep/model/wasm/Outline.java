package parsweep.model.wasm;

import parsweep.model.wasm.Signatures.Signature;

/**
 * A look at the structure of a module before the parser sees it, which allocates what a module declares before it has read
 * it, and to which a module of a megabyte can be a gigabyte of objects: four bytes declare four billion table entries, a
 * dozen 50,000 local variables, and every branch away from a thousand values on the stack is a list of them. Here every count is
 * compared with the bytes that are left, what takes memory is weighed, and what is refused anyway (memory beyond the limit, types of the
 * garbage collection proposal, vectors) is refused.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html">The binary format</a>
 */
final class Outline {
    private static final int MAX_TABLE = 10_000;

    /** The time to link them grows with the square of their number. */
    private static final int MAX_IMPORTS = 1000;

    /** A class file has so many methods at most, and each costs a dozen instructions. */
    private static final int FUNCTION_WEIGHT = 15;

    private static final int MAX_VALUES = 1000;

    private final Cursor cursor;
    private final long maxPages;
    private final Weight weight = new Weight();
    private final Segments segments;
    private final Signatures signatures = new Signatures();
    private boolean writes;

    private Outline(byte[] module, long maxPages) {
        this.cursor = new Cursor(module);
        this.maxPages = maxPages;
        this.segments = new Segments(cursor, weight);
    }

    /**
     * Looks through a module.
     *
     * @param maxPages of 64 KiB that its memory may have
     * @return whether some instruction of it writes to what outlives a call: memory or globals
     * @throws InvalidModule if this is not a module, or one that declares or needs more than it may
     */
    static boolean check(byte[] module, int maxPages) {
        Outline outline = new Outline(module, maxPages);
        outline.sections();
        return outline.writes;
    }

    private void sections() {
        for (int expected : new int[] {0, 'a', 's', 'm', 1, 0, 0, 0}) {
            if (cursor.isAtEnd() || cursor.next() != expected) {
                throw new InvalidModule("no WebAssembly module", "a binary that begins with 00 61 73 6d 01 00 00 00");
            }
        }
        while (!cursor.isAtEnd()) {
            int id = cursor.next();
            int size = cursor.count("bytes of section %d".formatted(id));
            int end = cursor.enter(size);
            section(id);
            cursor.leave(end, "section %d".formatted(id));
        }
    }

    private void section(int id) {
        switch (id) {
            case 1 -> types();
            case 2 -> imports();
            case 3 -> functions();
            case 4 -> tables();
            case 5 -> memories();
            case 6 -> globals();
            case 7 -> exports();
            case 9 -> segments.elements();
            case 10 -> bodies();
            case 11 -> segments.data();
            case 0, 8, 12 -> cursor.skipAll();
            default -> throw new InvalidModule("section %d".formatted(id), "sections 0 to 12 of WebAssembly 2");
        }
    }

    private void types() {
        for (int left = cursor.count("types"); left > 0; left--) {
            int form = cursor.next();
            if (form != 0x60) {
                throw new InvalidModule("a type of form 0x%02x".formatted(form), "functions, 0x60");
            }
            Signature signature = new Signature(values("parameters"), values("results"));
            signatures.addType(signature);
            weight.add(FUNCTION_WEIGHT + signature.parameters() + signature.results());
        }
    }

    private int values(String what) {
        int count = cursor.count(what);
        if (count > MAX_VALUES) {
            throw new InvalidModule("%d %s".formatted(count, what), "at most %d".formatted(MAX_VALUES));
        }
        for (int i = 0; i < count; i++) {
            valueType();
        }
        return count;
    }

    private void valueType() {
        int type = cursor.next();
        boolean number = type >= 0x7c && type <= 0x7f;
        if (!number && !isReference(type)) {
            throw new InvalidModule(
                    "a value of type 0x%02x".formatted(type), "i32, i64, f32, f64, funcref or externref; no vectors");
        }
    }

    private static boolean isReference(int type) {
        return type == 0x70 || type == 0x6f;
    }

    private void imports() {
        int count = cursor.count("imports");
        if (count > MAX_IMPORTS) {
            throw new InvalidModule("%d imports".formatted(count), "at most %d".formatted(MAX_IMPORTS));
        }
        for (int left = count; left > 0; left--) {
            cursor.skip(cursor.count("bytes of a name"));
            cursor.skip(cursor.count("bytes of a name"));
            int kind = cursor.next();
            if (kind != 0) {
                throw new InvalidModule(
                        "something that is not a function (kind %d) is imported".formatted(kind),
                        "imports of functions only; memory is exported");
            }
            signatures.addImported(cursor.number());
        }
    }

    private void functions() {
        for (int left = cursor.count("functions"); left > 0; left--) {
            signatures.addDeclared(cursor.number());
        }
    }

    private void tables() {
        int count = cursor.count("tables");
        for (int left = count; left > 0; left--) {
            int type = cursor.next();
            boolean hasMax = cursor.next() == 1;
            long min = Integer.toUnsignedLong(cursor.number());
            if (hasMax) {
                cursor.number();
            }
            if (!isReference(type) || count > 1 || min > MAX_TABLE) {
                throw new InvalidModule(
                        "%d tables, one of type 0x%02x and %d entries".formatted(count, type, min),
                        "at most one, of references, of at most %d entries".formatted(MAX_TABLE));
            }
        }
    }

    private void memories() {
        int count = cursor.count("memories");
        for (int left = count; left > 0; left--) {
            int flags = cursor.next();
            long pages = Integer.toUnsignedLong(cursor.number());
            if (flags == 1) {
                cursor.number(); // the maximum: ours is less, or it is as good
            }
            if (count > 1 || flags > 1 || pages > maxPages) {
                throw new InvalidModule(
                        "%d memories, one of %d pages".formatted(count, pages),
                        "at most one, not shared, of at most %d pages of 64 KiB".formatted(maxPages));
            }
        }
    }

    private void globals() {
        for (int left = cursor.count("globals"); left > 0; left--) {
            int at = cursor.at();
            int type = cursor.next();
            boolean variable = cursor.next() == 1;
            if (variable && isReference(type)) {
                throw new InvalidModule("a variable reference at byte %d".formatted(at), "variables of numbers");
            }
            ConstantExpression.read(cursor, weight);
            weight.add(2);
        }
    }

    private void exports() {
        for (int left = cursor.count("exports"); left > 0; left--) {
            cursor.skip(cursor.count("bytes of a name"));
            cursor.next(); // its kind
            cursor.number();
            weight.add(1);
        }
    }

    private void bodies() {
        int count = cursor.count("functions");
        int declared = signatures.declared();
        if (count != declared) {
            throw new InvalidModule("%d functions, of which %d are declared".formatted(count, declared), "all");
        }
        for (int i = 0; i < count; i++) {
            int end = cursor.enter(cursor.count("bytes of a function"));
            int function = signatures.imported() + i;
            Signature signature = signatures.function(function);
            weight.add(FUNCTION_WEIGHT + signature.parameters() + signature.results());
            for (int groups = cursor.count("groups of local variables"); groups > 0; groups--) {
                weight.add(Integer.toUnsignedLong(cursor.number()));
                valueType();
            }
            Body body = new Body(cursor, weight, signatures, signature.results());
            body.read();
            writes |= body.writes();
            cursor.leave(end, "function %d".formatted(function));
        }
    }
}
