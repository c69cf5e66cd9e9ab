package parsweep.model.wasm;

import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.OpCode;

/**
 * What of WebAssembly models may use: version 1 with multiple values, sign extension, saturating conversions and bulk
 * copies of memory. What allocates beside the bounded memory (tables that grow, the garbage collected heap, exceptions), waits for
 * other threads, or changes what is not set back before a point is not among it.
 */
final class Instructions {
    private static final int MAX_TABLE = 10_000;

    private Instructions() {}

    /**
     * @throws InvalidModule if a module needs what models may not use, or more memory than it may have
     */
    static void check(WasmModule module, int maxPages) {
        for (FunctionBody body : module.codeSection().functionBodies()) {
            for (AnnotatedInstruction instruction : body.instructions()) {
                if (!isAllowed(instruction.opcode())) {
                    throw new InvalidModule(
                            "instruction %s".formatted(instruction.opcode()),
                            "WebAssembly 1 with multiple values, sign extension, saturating conversions, memory.copy and memory.fill");
                }
            }
        }
        checkMemory(module, maxPages);
        for (int i = 0; i < module.tableSection().tableCount(); i++) {
            long min = module.tableSection().getTable(i).limits().min();
            if (i > 0 || min > MAX_TABLE) {
                throw new InvalidModule(
                        "%d tables, one of %d entries"
                                .formatted(module.tableSection().tableCount(), min),
                        "at most one of at most %d".formatted(MAX_TABLE));
            }
        }
        for (Global global : module.globalSection().globals()) {
            if (global.mutabilityType() == MutabilityType.Var
                    && global.valueType().isReference()) {
                throw new InvalidModule("a variable of type %s".formatted(global.valueType()), "variables of numbers");
            }
        }
        if (module.tagSection().isPresent()) {
            throw new InvalidModule("a section of exceptions", "none");
        }
    }

    private static void checkMemory(WasmModule module, int maxPages) {
        module.memorySection().ifPresent(memories -> {
            if (memories.memoryCount() > 1) {
                throw new InvalidModule("%d memories".formatted(memories.memoryCount()), "at most 1");
            }
            for (int i = 0; i < memories.memoryCount(); i++) {
                MemoryLimits limits = memories.getMemory(i).limits();
                if (limits.initialPages() > maxPages || limits.shared()) {
                    throw new InvalidModule(
                            "a%s memory of %d pages".formatted(limits.shared() ? " shared" : "", limits.initialPages()),
                            "at most %d pages of 64 KiB, not shared".formatted(maxPages));
                }
            }
        });
    }

    private static boolean isAllowed(OpCode instruction) {
        int code = instruction.opcode();
        return (code <= 0xc4 && !isOfProposal(code))
                || (code >= 0xd0 && code <= 0xd2) // references to functions
                || (code >= 0xfc00 && code <= 0xfc08) // saturating conversions, memory.init
                || code == 0xfc0a // memory.copy
                || code == 0xfc0b; // memory.fill
    }

    /** Exceptions, tail calls, calls by reference, changes of tables. */
    private static boolean isOfProposal(int code) {
        return (code >= 0x06 && code <= 0x0a)
                || (code >= 0x12 && code <= 0x19)
                || code == 0x1f
                || code == 0x25
                || code == 0x26;
    }

    /** Whether some instruction writes to what outlives a call: memory or globals. */
    static boolean write(WasmModule module) {
        for (FunctionBody body : module.codeSection().functionBodies()) {
            for (AnnotatedInstruction instruction : body.instructions()) {
                int code = instruction.opcode().opcode();
                boolean store = code >= 0x36 && code <= 0x3e;
                boolean bulk = code == 0xfc08 || code == 0xfc0a || code == 0xfc0b;
                if (store || bulk || code == 0x40 || code == 0x24) { // memory.grow, global.set
                    return true;
                }
            }
        }
        return false;
    }
}
