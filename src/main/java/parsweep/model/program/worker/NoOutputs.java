package parsweep.model.program.worker;

import parsweep.model.Outputs;

/** Where answers go that nobody asks for. */
enum NoOutputs implements Outputs {
    INSTANCE;

    @Override
    public void real(int slot, double value) {}

    @Override
    public void integer(int slot, long value) {}

    @Override
    public void text(int slot, String value) {}

    @Override
    public void flag(int slot, boolean value) {}

    @Override
    public void array(int slot, double[] values, int length) {}
}
