package parsweep.model.wasm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** What a module exports, with types. Immutable. */
final class Exports {
    /** An exported function; {@code index} is that of the module. */
    record Function(String name, int index, FunctionType type) {
        boolean takesNothing() {
            return type.params().isEmpty();
        }
    }

    /** An exported global; {@code index} is that of the module. */
    record Variable(String name, int index, ValType type) {}

    private final Map<String, Function> functions = new TreeMap<>();
    private final Map<String, Variable> variables = new TreeMap<>();
    private final boolean hasMemory;

    /**
     * @throws InvalidModule if something is exported that is not there
     */
    Exports(WasmModule module) {
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export export = module.exportSection().getExport(i);
            String name = export.name();
            if (export.exportType() == ExternalType.FUNCTION) {
                functions.put(name, new Function(name, export.index(), typeOf(module, export.index())));
            } else if (export.exportType() == ExternalType.GLOBAL) {
                ValType type = module.globalSection().getGlobal(export.index()).valueType();
                variables.put(name, new Variable(name, export.index(), type));
            }
        }
        hasMemory =
                module.memorySection().map(memories -> memories.memoryCount()).orElse(0) > 0;
    }

    private static FunctionType typeOf(WasmModule module, int function) {
        int at = 0;
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof FunctionImport imported && at++ == function) {
                return module.typeSection().getType(imported.typeIndex());
            }
        }
        return module.typeSection().getType(module.functionSection().getFunctionType(function - at));
    }

    @Nullable
    Function function(String name) {
        return functions.get(name);
    }

    @Nullable
    Variable variable(String name) {
        return variables.get(name);
    }

    boolean hasMemory() {
        return hasMemory;
    }

    /** Some of the functions, for a message. */
    List<String> functionNames() {
        return functions.keySet().stream().limit(20).toList();
    }
}
