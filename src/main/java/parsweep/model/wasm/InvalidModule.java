package parsweep.model.wasm;

import java.time.Duration;

/** A module that cannot be a model: it is damaged, wants what is not granted, or does not fit its manifest. */
public final class InvalidModule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Long enough to say what is wrong; a module's own names may be endless. */
    private static final int MAX_MESSAGE = 1000;

    InvalidModule(String found, String expected) {
        super("%s (expected: %s)".formatted(shortened(found), expected));
    }

    /** A fault that the parser, the compiler or the module itself brought to light. */
    InvalidModule(String when, Throwable cause) {
        super("%s: %s".formatted(when, shortened(describe(cause))), cause);
    }

    /** A module that was not ready in time. */
    public static InvalidModule tooSlow(Duration limit) {
        return new InvalidModule(
                "the module was not compiled and started within %d s".formatted(limit.toSeconds()),
                "a start function that ends soon, or none");
    }

    private static String describe(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "it is nested, or calls itself, too deeply";
        }
        if (cause instanceof OutOfMemoryError) {
            return "it needs more memory than there is";
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE - 1) + "…";
    }
}
