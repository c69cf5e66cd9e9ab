package parsweep.model.program;

import parsweep.model.ModelException;
import parsweep.model.Outputs;

/** How a program writes its outputs. Used by one thread. */
interface ResultFormat {
    /**
     * Sets the outputs that are there; one that is missing is found by whoever wants them.
     *
     * @param bytes what the program wrote, UTF-8
     * @throws ModelException if it is not of this format, or a value does not fit its output
     */
    void read(byte[] bytes, int length, Outputs outputs) throws ModelException;
}
