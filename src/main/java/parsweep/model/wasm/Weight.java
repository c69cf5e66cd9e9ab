package parsweep.model.wasm;

/**
 * How much memory a module takes while it is read and compiled, in units of an instruction: some 300 bytes. It is added
 * up while a module is looked through, so that what is too heavy is refused before it is parsed.
 */
final class Weight {
    /** Some 75 MB, beside which a service of 256 MB still works; what C compilers make of 500 kB. */
    static final long MAX = 250_000;

    private long sum;

    /**
     * @throws InvalidModule if the module is too heavy
     */
    void add(long units) {
        sum += units;
        if (sum > MAX) {
            throw new InvalidModule(
                    "the module is too heavy: more than %d instructions, types, variables and values on stacks"
                            .formatted(MAX),
                    "a smaller module");
        }
    }
}
