package parsweep.model.wasm;

import parsweep.model.wasm.Signatures.Signature;

/**
 * Looks through the instructions of a function: whether models may use them, and what they do to its {@link Operands}.
 *
 * <p>Models may use version 1 of WebAssembly with multiple values, sign extension, saturating conversions and bulk copies
 * of memory. What allocates beside the bounded memory (tables that grow, the garbage collected heap, exceptions), waits for other
 * threads, or changes what is not set back before a point is not among it.
 */
final class Body {
    private static final String ALLOWED =
            "WebAssembly 1 with multiple values, sign extension, saturating conversions, memory.copy and memory.fill";

    private final Cursor cursor;
    private final Weight weight;
    private final Signatures signatures;
    private final Operands operands;
    private boolean writes;

    Body(Cursor cursor, Weight weight, Signatures signatures, int results) {
        this.cursor = cursor;
        this.weight = weight;
        this.signatures = signatures;
        this.operands = new Operands(weight, results);
    }

    /** Whether there is an instruction that writes to memory or a global. */
    boolean writes() {
        return writes;
    }

    /**
     * Reads up to the end of the function.
     *
     * @throws InvalidModule if there is something that models may not use
     */
    void read() {
        while (operands.isOpen()) {
            weight.add(1);
            int code = cursor.next();
            if (code == 0xfc) {
                extended(cursor.number());
            } else if (code >= 0x28 && code <= 0x3e) {
                memoryAccess(code);
            } else if (code >= 0x45 && code <= 0xc4) {
                numeric(code);
            } else {
                other(code);
            }
        }
    }

    private static InvalidModule notAllowed(int code) {
        return new InvalidModule("instruction 0x%02x".formatted(code), ALLOWED);
    }

    private void extended(int code) {
        switch (code) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> {} // saturating conversions
            case 8, 10 -> { // memory.init, memory.copy
                cursor.number();
                cursor.number();
                operands.pop(3);
                writes = true;
            }
            case 11 -> { // memory.fill
                cursor.number();
                operands.pop(3);
                writes = true;
            }
            default -> throw new InvalidModule("instruction 0xfc %d".formatted(code), ALLOWED);
        }
    }

    private void memoryAccess(int code) {
        cursor.number(); // alignment
        cursor.number(); // offset
        if (code >= 0x36) {
            operands.pop(2);
            writes = true;
        }
    }

    /** Comparisons, arithmetic, conversions: of one value, or of two. */
    private void numeric(int code) {
        boolean unary = code == 0x45 // i32.eqz
                || code == 0x50 // i64.eqz
                || (code >= 0x67 && code <= 0x69) // i32.clz, ctz, popcnt
                || (code >= 0x79 && code <= 0x7b) // i64.clz, ctz, popcnt
                || (code >= 0x8b && code <= 0x91) // f32.abs to sqrt
                || (code >= 0x99 && code <= 0x9f) // f64.abs to sqrt
                || code >= 0xa7; // conversions
        if (!unary) {
            operands.pop(1);
        }
    }

    private void other(int code) {
        switch (code) {
            case 0x00 -> operands.unreachable();
            case 0x01 -> {} // nop
            case 0x02, 0x03, 0x04 -> open(code);
            case 0x05 -> operands.otherwise();
            case 0x0b -> operands.close();
            case 0x0c, 0x0d -> { // br, br_if
                if (code == 0x0d) {
                    operands.pop(1);
                }
                operands.branch(cursor.number());
                if (code == 0x0c) {
                    operands.unreachable();
                }
            }
            case 0x0e -> table();
            case 0x0f -> {
                operands.branchOut();
                operands.unreachable();
            }
            case 0x10 -> call(signatures.function(cursor.number()));
            case 0x11 -> {
                operands.pop(1);
                int type = cursor.number();
                cursor.number(); // the table
                call(signatures.type(type));
            }
            case 0x1a -> operands.pop(1); // drop
            case 0x1b -> operands.pop(2); // select
            case 0x1c -> {
                cursor.skip(cursor.count("types"));
                operands.pop(2);
            }
            case 0x20, 0x23 -> { // local.get, global.get
                cursor.number();
                operands.push(1);
            }
            case 0x21, 0x24 -> { // local.set, global.set
                cursor.number();
                operands.pop(1);
                writes |= code == 0x24;
            }
            case 0x22 -> cursor.number(); // local.tee
            case 0x3f -> { // memory.size
                cursor.number();
                operands.push(1);
            }
            case 0x40 -> { // memory.grow
                cursor.number();
                writes = true;
            }
            case 0x41, 0x42 -> { // i32.const, i64.const
                cursor.skipNumber();
                operands.push(1);
            }
            case 0x43, 0x44 -> { // f32.const, f64.const
                cursor.skip(code == 0x43 ? 4 : 8);
                operands.push(1);
            }
            case 0xd0, 0xd2 -> { // ref.null, ref.func
                cursor.skipNumber();
                operands.push(1);
            }
            case 0xd1 -> {} // ref.is_null
            default -> throw notAllowed(code);
        }
    }

    private void open(int code) {
        if (code == 0x04) {
            operands.pop(1); // if
        }
        operands.open(blockType(), code == 0x03);
    }

    private Signature blockType() {
        int type = cursor.number();
        if (type == 0x40) {
            return new Signature(0, 0);
        }
        if (type >= 0x6f && type <= 0x7f) { // a type of values; those of functions have other numbers
            return new Signature(0, 1);
        }
        return signatures.type(type);
    }

    private void table() {
        operands.pop(1);
        int labels = cursor.count("labels");
        for (int i = 0; i <= labels; i++) {
            weight.add(1);
            operands.branch(cursor.number());
        }
        operands.unreachable();
    }

    private void call(Signature signature) {
        weight.add(signature.parameters() + signature.results());
        operands.pop(signature.parameters());
        operands.push(signature.results());
    }
}
