package parsweep.model.wasm;

import org.jspecify.annotations.Nullable;
import parsweep.model.ModelException;
import parsweep.model.Outputs;
import parsweep.space.ValueType;
import run.endive.runtime.Memory;
import run.endive.wasm.types.ValType;

/** Where an output comes from. Immutable; shared by all sessions of a model. */
sealed interface Delivery {
    void deliver(Frame frame, int slot, Outputs outputs) throws ModelException, InterruptedException;

    /** A result of the function that is called first. */
    record Result(int index, ValueType type, Exports.Function of) implements Delivery {
        @Override
        public void deliver(Frame frame, int slot, Outputs outputs) {
            put(frame.results()[index], type, of.type().returns().get(index), slot, outputs);
        }
    }

    /** The result of a function of its own. */
    record Value(Exports.Function function, ValueType type) implements Delivery {
        @Override
        public void deliver(Frame frame, int slot, Outputs outputs) throws ModelException, InterruptedException {
            put(frame.call(function)[0], type, function.type().returns().get(0), slot, outputs);
        }
    }

    private static void put(long bits, ValueType type, ValType form, int slot, Outputs outputs) {
        switch (type) {
            case REAL -> outputs.real(slot, Double.longBitsToDouble(bits));
            case INTEGER -> outputs.integer(slot, form.equals(ValType.I32) ? (int) bits : bits);
            case BOOLEAN -> outputs.flag(slot, (int) bits != 0);
            case TEXT -> throw new IllegalStateException("texts are refused at upload");
        }
    }

    /**
     * An array in memory.
     *
     * @param variable that holds its address; null if {@code address} says it
     * @param lengthSlot the parameter that is its length; -1 if {@code length} says it
     */
    record Array(
            String name,
            Exports.@Nullable Variable variable,
            Exports.@Nullable Function address,
            int lengthSlot,
            Exports.@Nullable Function length)
            implements Delivery {
        @Override
        public void deliver(Frame frame, int slot, Outputs outputs) throws ModelException, InterruptedException {
            long elements = length == null ? frame.point().integer(lengthSlot) : (int) frame.call(length)[0];
            long bits = variable != null ? frame.global(variable) : address != null ? frame.call(address)[0] : 0;
            long start = bits & 0xffff_ffffL;
            Memory memory = frame.memory();
            long bytes = (long) memory.pages() * Memory.PAGE_SIZE;
            if (elements < 0 || start + 8 * elements > bytes) {
                throw new ModelException("array '%s' of %d values at address %d (expected: within a memory of %d bytes)"
                        .formatted(name, elements, start, bytes));
            }
            double[] values = frame.buffer((int) elements);
            for (int i = 0; i < elements; i++) {
                values[i] = memory.readDouble((int) start + 8 * i);
            }
            outputs.array(slot, values, (int) elements);
        }
    }
}
