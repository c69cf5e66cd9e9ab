package parsweep.web;

/** Addresses that more than one controller needs. */
public final class Api {
    public static final String SWEEPS = "/api/v1/sweeps";

    private Api() {}
}
