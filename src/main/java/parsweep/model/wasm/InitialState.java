package parsweep.model.wasm;

import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.MutabilityType;

/** The memory and the globals of an instance at one moment. Immutable, and shared by all sessions of a module. */
final class InitialState {
    private final int pages;
    private final byte[] memory; // up to the last byte that is not 0
    private final long[] globals;

    InitialState(Instance instance) {
        Memory current = instance.memory();
        pages = current == null ? 0 : current.pages();
        memory = current == null ? new byte[0] : trimmed(current);
        globals = new long[instance.globalCount()];
        for (int i = 0; i < globals.length; i++) {
            globals[i] = instance.global(i).getValue();
        }
    }

    private static byte[] trimmed(Memory memory) {
        int length = memory.pages() * Memory.PAGE_SIZE;
        while (length > 0 && memory.read(length - 1) == 0) {
            length--;
        }
        return memory.readBytes(0, length);
    }

    boolean isOutgrownBy(Instance instance) {
        return pages > 0 && instance.memory().pages() > pages;
    }

    void restore(Instance instance) {
        if (pages > 0) {
            Memory current = instance.memory();
            if (current.pages() < pages) {
                current.grow(pages - current.pages());
            }
            current.write(0, memory);
            current.fill((byte) 0, memory.length, pages * Memory.PAGE_SIZE);
        }
        for (int i = 0; i < globals.length; i++) {
            GlobalInstance global = instance.global(i);
            if (global.getMutabilityType() == MutabilityType.Var) {
                global.setValue(globals[i]);
            }
        }
    }
}
