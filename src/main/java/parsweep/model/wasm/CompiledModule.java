package parsweep.model.wasm;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Function;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.SectionId;
import run.endive.wasm.types.StartSection;

/**
 * A module as JVM bytecode, and the state from which all its points start. Immutable and thread-safe; its classes are
 * collected with it.
 */
final class CompiledModule {
    /** What C libraries want to be called before anything else. */
    private static final String INITIALIZE = "_initialize";

    private final WasmModule module;
    private final Function<Instance, Machine> machines;
    private final int maxPages;
    private final InitialState initialState;
    private final boolean keepsState;
    private final Exports exports;

    private CompiledModule(
            WasmModule module, Function<Instance, Machine> machines, int maxPages, boolean keepsState, long start) {
        this.module = module;
        this.machines = machines;
        this.maxPages = maxPages;
        this.keepsState = keepsState;
        this.exports = new Exports(module);
        Instance first = instance(new HostFunctions());
        if (start >= 0) {
            first.getMachine().call((int) start, new long[0]);
        }
        Exports.Function initialize = exports.function(INITIALIZE);
        if (initialize != null) {
            first.getMachine().call(initialize.index(), new long[0]);
        }
        this.initialState = new InitialState(first);
    }

    /**
     * Parses, checks and compiles a module, and runs its start function. Loops of that end at an interrupt.
     *
     * @param maxPages of 64 KiB that its memory may have, whatever it declares
     * @throws InvalidModule if it cannot be used
     * @throws WasmInterruptedException if the thread is interrupted
     */
    static CompiledModule of(byte[] bytes, int maxPages) {
        boolean keepsState = Outline.check(bytes, maxPages);
        String when = "the module cannot be read";
        try {
            WasmModule module = parse(bytes);
            new HostFunctions().importsOf(module);
            when = "the module cannot be compiled";
            Function<Instance, Machine> machines = MachineFactoryCompiler.builder(module)
                    .withInterpreterFallback(InterpreterFallback.FAIL)
                    .compile();
            when = "the module cannot be started";
            return new CompiledModule(module, machines, maxPages, keepsState, start(bytes));
        } catch (InvalidModule | WasmInterruptedException e) {
            throw e;
        } catch (RuntimeException | Error e) { // StackOverflowError, OutOfMemoryError, VerifyError, ...
            throw new InvalidModule(when, e);
        }
    }

    /** Without names, which only fill the memory, and without its start section: it is run once, not by every instance. */
    private static WasmModule parse(byte[] bytes) {
        Parser.Builder parser = Parser.builder().withCustomParsers(Map.of());
        for (int section = SectionId.TYPE; section <= SectionId.TAG; section++) {
            if (section != SectionId.START) {
                parser.includeSectionId(section);
            }
        }
        return parser.build().parse(() -> new ByteArrayInputStream(bytes));
    }

    /** The index of the start function; -1 if there is none. */
    private static long start(byte[] bytes) {
        long[] index = {-1};
        Parser.builder()
                .includeSectionId(SectionId.START)
                .build()
                .parse(new ByteArrayInputStream(bytes), section -> index[0] = ((StartSection) section).startIndex());
        return index[0];
    }

    private Instance instance(HostFunctions host) {
        Instance.Builder builder = Instance.builder(module)
                .withMachineFactory(machines)
                .withImportValues(host.importsOf(module))
                .withMemoryFactory(ByteArrayMemory::new)
                .withStart(false);
        module.memorySection().filter(memories -> memories.memoryCount() > 0).ifPresent(memories -> {
            MemoryLimits declared = memories.getMemory(0).limits();
            builder.withMemoryLimits(
                    new MemoryLimits(declared.initialPages(), Math.min(declared.maximumPages(), maxPages)));
        });
        return builder.build();
    }

    /** A new instance, ready for a point. */
    Instance instantiate(HostFunctions host) {
        Instance instance = instance(host);
        initialState.restore(instance);
        return instance;
    }

    /**
     * Sets an instance back to where points start.
     *
     * @return false if that is not possible any more, since its memory has grown
     */
    boolean reset(Instance instance) {
        if (!keepsState) {
            return true;
        }
        if (initialState.isOutgrownBy(instance)) {
            return false;
        }
        initialState.restore(instance);
        return true;
    }

    Exports exports() {
        return exports;
    }
}
