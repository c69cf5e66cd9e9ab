package parsweep.model.wasm;

import java.util.ArrayList;
import java.util.List;
import parsweep.model.wasm.Outline.Signature;

/**
 * Looks through the instructions of a function: whether models may use them, how deep they are nested, and how many values
 * are on the stack where a branch leaves some of them behind, since the compiler then makes a list of all of them.
 *
 * <p>Models may use version 1 of WebAssembly with multiple values, sign extension, saturating conversions and bulk copies
 * of memory. What allocates beside the bounded memory (tables that grow, the garbage collected heap, exceptions), waits for other
 * threads, or changes what is not set back before a point is not among it.
 */
final class Body {
    /** The parser walks from every branch to its target. */
    private static final int MAX_DEPTH = 500;

    private static final String ALLOWED =
            "WebAssembly 1 with multiple values, sign extension, saturating conversions, memory.copy and memory.fill";

    private final Cursor cursor;
    private final Weight weight;
    private final List<Signature> types;
    private final List<Integer> functions;
    private final List<Block> blocks = new ArrayList<>();
    private int height; // of the stack of operands; where code cannot be reached, any
    private boolean writes;

    /**
     * A block that has not ended.
     *
     * @param floor height of the stack below its parameters
     * @param arity number of values that a branch to it takes along
     */
    private record Block(int floor, int parameters, int results, int arity) {}

    Body(Cursor cursor, Weight weight, List<Signature> types, List<Integer> functions, int results) {
        this.cursor = cursor;
        this.weight = weight;
        this.types = types;
        this.functions = functions;
        blocks.add(new Block(0, 0, results, results));
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
        while (!blocks.isEmpty()) {
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

    private Block innermost() {
        return blocks.get(blocks.size() - 1);
    }

    private void push(int values) {
        height += values;
    }

    private void pop(int values) {
        height = Math.max(innermost().floor(), height - values);
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
                pop(3);
                writes = true;
            }
            case 11 -> { // memory.fill
                cursor.number();
                pop(3);
                writes = true;
            }
            default -> throw new InvalidModule("instruction 0xfc %d".formatted(code), ALLOWED);
        }
    }

    private void memoryAccess(int code) {
        cursor.number(); // alignment
        cursor.number(); // offset
        if (code >= 0x36) {
            pop(2);
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
            pop(1);
        }
    }

    private void other(int code) {
        switch (code) {
            case 0x00 -> unreachable();
            case 0x01 -> {} // nop
            case 0x02, 0x03, 0x04 -> open(code);
            case 0x05 -> otherwise();
            case 0x0b -> close();
            case 0x0c, 0x0d -> { // br, br_if
                if (code == 0x0d) {
                    pop(1);
                }
                branch(cursor.number());
                if (code == 0x0c) {
                    unreachable();
                }
            }
            case 0x0e -> table();
            case 0x0f -> {
                branch(blocks.size() - 1);
                unreachable();
            }
            case 0x10 -> call(functions, cursor.number());
            case 0x11 -> {
                pop(1);
                int type = cursor.number();
                cursor.number(); // the table
                call(type);
            }
            case 0x1a -> pop(1); // drop
            case 0x1b -> pop(2); // select
            case 0x1c -> {
                cursor.skip(cursor.count("types"));
                pop(2);
            }
            case 0x20, 0x23 -> { // local.get, global.get
                cursor.number();
                push(1);
            }
            case 0x21, 0x24 -> { // local.set, global.set
                cursor.number();
                pop(1);
                writes |= code == 0x24;
            }
            case 0x22 -> cursor.number(); // local.tee
            case 0x3f -> { // memory.size
                cursor.number();
                push(1);
            }
            case 0x40 -> { // memory.grow
                cursor.number();
                writes = true;
            }
            case 0x41, 0x42 -> { // i32.const, i64.const
                cursor.skipNumber();
                push(1);
            }
            case 0x43, 0x44 -> { // f32.const, f64.const
                cursor.skip(code == 0x43 ? 4 : 8);
                push(1);
            }
            case 0xd0, 0xd2 -> { // ref.null, ref.func
                cursor.skipNumber();
                push(1);
            }
            case 0xd1 -> {} // ref.is_null
            default -> throw notAllowed(code);
        }
    }

    // ---- blocks

    private void open(int code) {
        if (code == 0x04) {
            pop(1); // if
        }
        if (blocks.size() > MAX_DEPTH) {
            throw new InvalidModule("blocks nested more than %d deep".formatted(MAX_DEPTH), "fewer");
        }
        Signature type = blockType();
        boolean loop = code == 0x03;
        int floor = Math.max(innermost().floor(), height - type.parameters());
        blocks.add(new Block(floor, type.parameters(), type.results(), loop ? type.parameters() : type.results()));
        height = floor + type.parameters();
    }

    private Signature blockType() {
        int type = cursor.number();
        if (type == 0x40) {
            return new Signature(0, 0);
        }
        if (type >= 0x6f && type <= 0x7f) { // a type of values; those of functions have other numbers
            return new Signature(0, 1);
        }
        return signature(type);
    }

    private Signature signature(int type) {
        if (type < 0 || type >= types.size()) {
            throw new InvalidModule("type %d of %d".formatted(type, types.size()), "one that is there");
        }
        return types.get(type);
    }

    private void otherwise() {
        height = innermost().floor() + innermost().parameters();
    }

    private void close() {
        Block block = blocks.remove(blocks.size() - 1);
        height = block.floor() + block.results();
    }

    private void unreachable() {
        height = innermost().floor();
    }

    private void table() {
        pop(1);
        int labels = cursor.count("labels");
        for (int i = 0; i <= labels; i++) {
            weight.add(1);
            branch(cursor.number());
        }
        unreachable();
    }

    private void branch(int depth) {
        if (depth < 0 || depth >= blocks.size()) {
            throw new InvalidModule(
                    "a branch out of %d blocks of %d".formatted(depth, blocks.size()), "one that is there");
        }
        Block target = blocks.get(blocks.size() - 1 - depth);
        if (height > target.floor() + target.arity()) {
            weight.add(height - target.floor());
        }
    }

    // ---- calls

    private void call(List<Integer> all, int function) {
        if (function < 0 || function >= all.size()) {
            throw new InvalidModule("a call of function %d of %d".formatted(function, all.size()), "one that is there");
        }
        call(all.get(function));
    }

    private void call(int type) {
        Signature signature = signature(type);
        weight.add(signature.parameters() + signature.results());
        pop(signature.parameters());
        push(signature.results());
    }
}
