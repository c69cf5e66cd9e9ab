package parsweep.plot;

/**
 * The sheet that is drawn on.
 *
 * @param title above the picture; none if empty
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(String title, int width, int height) {
    public static final int DEFAULT_WIDTH = 480;
    public static final int DEFAULT_HEIGHT = 360;
    public static final int MIN_SIZE = 200;
    public static final int MAX_SIZE = 4000;

    /** Of letters, in pixels. */
    static final double FONT = 13;

    static final double TITLE_FONT = 15;

    /** First what is on most machines of those who draw figures, last what is everywhere. */
    private static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    /** The mean width of a letter by its height: that of digits, and more than that of small letters. */
    private static final double LETTER = 0.56;

    /**
     * @throws IllegalArgumentException if it is smaller or larger than can be drawn on
     */
    public Picture {
        if (width < MIN_SIZE || width > MAX_SIZE || height < MIN_SIZE || height > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d pixels (expected: %d to %d)".formatted(width, height, MIN_SIZE, MAX_SIZE));
        }
    }

    /** An estimate, in pixels. */
    static double widthOf(String text) {
        return text.codePointCount(0, text.length()) * LETTER * FONT;
    }

    /** At most so many letters. */
    static String shortened(String text, int letters) {
        int count = text.codePointCount(0, text.length());
        return count <= letters ? text : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "\u2026";
    }

    /** At most so many pixels, by the estimate. */
    static String fitted(String text, double pixels) {
        return shortened(text, (int) Math.max(2, pixels / (LETTER * FONT)));
    }

    /**
     * Begins a document.
     *
     * @param description for those who cannot see it
     */
    Svg begin(String description) {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 %d %d".formatted(width, height),
                "role",
                "img",
                "font-family",
                FONTS,
                "font-size",
                FONT,
                "fill",
                "#222");
        svg.text("title", title.isEmpty() ? description : title);
        svg.text("desc", description);
        svg.empty("rect", "width", width, "height", height, "fill", "#fff");
        if (!title.isEmpty()) {
            String fitted = fitted(title, (width - 16) * FONT / TITLE_FONT);
            svg.text("text", fitted, "x", width / 2.0, "y", 22.0, "text-anchor", "middle", "font-size", TITLE_FONT);
        }
        return svg;
    }

    double top() {
        return title.isEmpty() ? 14 : 36;
    }
}
