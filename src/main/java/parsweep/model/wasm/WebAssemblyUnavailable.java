package parsweep.model.wasm;

/** This JVM does not compute modules correctly, so that none is run. */
public final class WebAssemblyUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebAssemblyUnavailable(String reason) {
        super("WebAssembly is not available: " + reason);
    }
}
