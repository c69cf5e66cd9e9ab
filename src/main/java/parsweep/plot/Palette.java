package parsweep.plot;

/**
 * Colours and dashes for things that have no order.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito (2008), color universal design</a>
 */
final class Palette {
    /** Without the yellow, which is too light for a line on white. */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"
    };

    private static final String[] DASHES = {"none", "6 3", "2 2", "8 2 2 2", "none", "6 3", "2 2"};

    static final int SIZE = COLOURS.length;

    private Palette() {}

    static String colour(int i) {
        return COLOURS[i % SIZE];
    }

    /** So that lines are told apart in black and white. */
    static String dashes(int i) {
        return DASHES[i % SIZE];
    }
}
