package parsweep.web;

/** Addresses that more than one controller needs. */
public final class Api {
    static final String ROOT = "/api/v1";

    public static final String SWEEPS = ROOT + "/sweeps";

    private Api() {}
}
