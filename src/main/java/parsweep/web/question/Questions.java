package parsweep.web.question;

/** What the documentation says of parameters that many questions have. */
public final class Questions {
    public static final String WHERE =
            "which points: a condition in the formula language over parameters, scalar outputs, index and replicate";

    public static final String ELEMENT =
            "of an array: a position from 0, or mean, sum, min, max, first or last; the mean if absent";

    private Questions() {}
}
