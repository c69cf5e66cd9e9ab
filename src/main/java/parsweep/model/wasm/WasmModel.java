package parsweep.model.wasm;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelUnavailableException;
import parsweep.model.Session;

/** A model whose code is a WebAssembly module. It is compiled when it is first needed, and forgotten when it has not been for long. */
public final class WasmModel implements Model {
    private final ModelDescription description;
    private final @Nullable String run;
    private final Supplier<byte[]> module;
    private final WasmModels models;
    private @Nullable WeakReference<Compiled> compiled; // guarded by this

    /** Code and how to call it. */
    record Compiled(CompiledModule module, Abi abi) {}

    WasmModel(ModelDescription description, @Nullable String run, Supplier<byte[]> module, WasmModels models) {
        this.description = description;
        this.run = run;
        this.module = module;
        this.models = models;
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    /**
     * Compiles the module, unless that is done. Its start function ends at an interrupt.
     *
     * @throws InvalidModule if it cannot be used, or does not fit its manifest
     * @throws WebAssemblyUnavailable if this JVM does not compute modules correctly
     */
    public void prepare() {
        compiled();
    }

    @Override
    public Session open() {
        Compiled code;
        try {
            code = compiled();
        } catch (InvalidModule | WebAssemblyUnavailable e) { // of a service with other limits, or another JVM
            throw new ModelUnavailableException(String.valueOf(e.getMessage()), e);
        }
        return new WasmSession(code.module(), code.abi());
    }

    private synchronized Compiled compiled() {
        Compiled code = compiled == null ? null : compiled.get();
        if (code == null) {
            models.requireCorrectness();
            CompiledModule newModule = CompiledModule.of(module.get(), models.maxPages());
            code = new Compiled(newModule, new Abi(description, run, newModule.exports()));
            compiled = new WeakReference<>(code);
        }
        models.keep(code);
        return code;
    }
}
