package parsweep.model.wasm;

import java.util.ArrayList;
import java.util.List;

/** What the functions of a module take and return, as far as its sections have been read. */
final class Signatures {
    private final List<Signature> types = new ArrayList<>();
    private final List<Signature> functions = new ArrayList<>(); // imported ones first
    private int imported;

    /** How many values a function takes and returns. */
    record Signature(int parameters, int results) {}

    void addType(Signature type) {
        types.add(type);
    }

    /**
     * @throws InvalidModule if there is no such type
     */
    Signature type(int index) {
        if (index < 0 || index >= types.size()) {
            throw new InvalidModule("type %d of %d".formatted(index, types.size()), "one that is there");
        }
        return types.get(index);
    }

    /** Adds a function that the host provides; before those of the module. */
    void addImported(int type) {
        functions.add(type(type));
        imported++;
    }

    void addDeclared(int type) {
        functions.add(type(type));
    }

    int imported() {
        return imported;
    }

    int declared() {
        return functions.size() - imported;
    }

    /**
     * @throws InvalidModule if there is no such function to call
     */
    Signature function(int index) {
        if (index < 0 || index >= functions.size()) {
            throw new InvalidModule(
                    "a call of function %d of %d".formatted(index, functions.size()), "one that is there");
        }
        return functions.get(index);
    }
}
