package parsweep.model.wasm;

import java.util.List;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * A WASI in which there is nothing: no arguments, no environment, no file, no clock. C libraries import it for what a model
 * never calls. Endive's own would give modules the clock and random numbers of the machine, and points would not be
 * functions of their parameters any more.
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md">WASI preview 1</a>
 */
final class Wasi {
    static final String MODULE = "wasi_snapshot_preview1";

    private static final long BAD_FILE = 8;
    private static final long NOT_SUPPORTED = 52;

    private Wasi() {}

    /** A module that ended itself. */
    static final class Exit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exit(int code) {
            super("the module exited with code %d".formatted(code));
        }
    }

    /**
     * @throws InvalidModule if it does not answer with an error number, as all but one of WASI do
     */
    static WasmFunctionHandle function(String name, FunctionType type) {
        if (name.equals("proc_exit")) {
            return (instance, arguments) -> {
                throw new Exit(arguments.length == 0 ? 0 : (int) arguments[0]);
            };
        }
        if (!type.returns().equals(List.of(ValType.I32))) {
            throw new InvalidModule("function '%s.%s' is imported as %s".formatted(MODULE, name, type), "a result i32");
        }
        if (name.equals("args_sizes_get") || name.equals("environ_sizes_get")) {
            return (instance, arguments) -> {
                instance.memory().writeI32((int) arguments[0], 0);
                instance.memory().writeI32((int) arguments[1], 0);
                return new long[] {0};
            };
        }
        long error = name.startsWith("fd_") ? BAD_FILE : NOT_SUPPORTED;
        return (instance, arguments) -> new long[] {error};
    }
}
