package parsweep.model.wasm;

import java.util.ArrayList;
import java.util.List;
import parsweep.model.wasm.Signatures.Signature;

/**
 * The stack of operands of a function and the blocks that are open: how deep they are nested, and how many values are on
 * the stack where a branch leaves some of them behind, since the compiler then makes a list of all of them.
 */
final class Operands {
    /** The parser walks from every branch to its target. */
    private static final int MAX_DEPTH = 500;

    private final Weight weight;
    private final List<Block> blocks = new ArrayList<>();
    private int height; // where code cannot be reached, any

    /**
     * A block that has not ended.
     *
     * @param floor height of the stack below its parameters
     * @param arity number of values that a branch to it takes along
     */
    private record Block(int floor, int parameters, int results, int arity) {}

    /**
     * @param weight of the module, to which branches add
     * @param results of the function, which is the outermost block
     */
    Operands(Weight weight, int results) {
        this.weight = weight;
        blocks.add(new Block(0, 0, results, results));
    }

    /** Whether the function has not ended. */
    boolean isOpen() {
        return !blocks.isEmpty();
    }

    private Block innermost() {
        return blocks.get(blocks.size() - 1);
    }

    void push(int values) {
        height += values;
    }

    void pop(int values) {
        height = Math.max(innermost().floor(), height - values);
    }

    /**
     * Opens a block.
     *
     * @param loop whether a branch to it leads to its beginning
     * @throws InvalidModule if it is nested too deep
     */
    void open(Signature type, boolean loop) {
        if (blocks.size() > MAX_DEPTH) {
            throw new InvalidModule("blocks nested more than %d deep".formatted(MAX_DEPTH), "fewer");
        }
        int floor = Math.max(innermost().floor(), height - type.parameters());
        blocks.add(new Block(floor, type.parameters(), type.results(), loop ? type.parameters() : type.results()));
        height = floor + type.parameters();
    }

    /** The other branch of the innermost block begins. */
    void otherwise() {
        height = innermost().floor() + innermost().parameters();
    }

    /** The innermost block ends. */
    void close() {
        Block block = blocks.remove(blocks.size() - 1);
        height = block.floor() + block.results();
    }

    /** What follows in the innermost block cannot be reached. */
    void unreachable() {
        height = innermost().floor();
    }

    /**
     * A branch to a block.
     *
     * @param depth 0 for the innermost
     * @throws InvalidModule if there is no such block
     */
    void branch(int depth) {
        if (depth < 0 || depth >= blocks.size()) {
            throw new InvalidModule(
                    "a branch out of %d blocks of %d".formatted(depth, blocks.size()), "one that is there");
        }
        Block target = blocks.get(blocks.size() - 1 - depth);
        if (height > target.floor() + target.arity()) {
            weight.add(height - target.floor());
        }
    }

    /** A branch to the end of the function. */
    void branchOut() {
        branch(blocks.size() - 1);
    }
}
