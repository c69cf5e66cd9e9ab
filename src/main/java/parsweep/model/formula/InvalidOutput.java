package parsweep.model.formula;

/** An output of a formula model that is at fault: its name, or its formula. */
public final class InvalidOutput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String output;

    InvalidOutput(String output, String message) {
        super(message);
        this.output = output;
    }

    public String output() {
        return output;
    }
}
