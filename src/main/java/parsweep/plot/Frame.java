package parsweep.plot;

import java.util.List;

/** The field that is plotted on, with its axes: turns values into pixels. */
final class Frame {
    private static final String LINE = "#444";
    private static final String GRID = "#e6e6e6";
    private static final double TICK = 5;
    private static final double MINOR_TICK = 3;
    private static final double BOTTOM = 50;

    /** Pixels that a label needs. */
    private static final double ROOM_ACROSS = 64;

    private static final double ROOM_UP = 38;

    private final Scale x;
    private final Scale y;
    private final List<Tick> xTicks;
    private final List<Tick> yTicks;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    /**
     * @param right pixels at the right of the field, for legends
     */
    Frame(Picture picture, Scale x, Scale y, double right) {
        this.x = x;
        this.y = y;
        top = picture.top();
        height = height(picture);
        yTicks = y.ticks((int) Math.max(2, y instanceof CategoryScale ? height / 16 : height / ROOM_UP));
        double widest = yTicks.stream()
                .mapToDouble(tick -> Picture.widthOf(tick.label()))
                .max()
                .orElse(0);
        left = Math.min(28 + widest + TICK + 4, picture.width() / 2.0);
        width = Math.max(50, picture.width() - left - right);
        xTicks = fitting(x, width);
    }

    /** Of the field, in pixels. */
    static double height(Picture picture) {
        return picture.height() - picture.top() - BOTTOM;
    }

    /** Fewer marks, until their labels have room side by side; more, if that leaves one alone, which gives no scale. */
    private static List<Tick> fitting(Scale scale, double width) {
        int about = (int) Math.max(2, width / ROOM_ACROSS);
        List<Tick> ticks = scale.ticks(scale instanceof CategoryScale ? 1000 : about);
        while (about > 1 && overlap(ticks, width)) {
            about--;
            ticks = scale.ticks(about);
        }
        for (int more = about + 1; labels(ticks) < 2 && more <= about + 4; more++) {
            List<Tick> denser = scale.ticks(more);
            ticks = overlap(denser, width) ? ticks : denser;
        }
        return ticks;
    }

    private static long labels(List<Tick> ticks) {
        return ticks.stream().filter(tick -> !tick.isMinor()).count();
    }

    private static boolean overlap(List<Tick> ticks, double width) {
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            if (!tick.isMinor()) {
                double half = Picture.widthOf(tick.label()) / 2 + 3;
                if (tick.at() * width - half < end) {
                    return true;
                }
                end = tick.at() * width + half;
            }
        }
        return false;
    }

    double left() {
        return left;
    }

    double right() {
        return left + width;
    }

    double top() {
        return top;
    }

    double bottom() {
        return top + height;
    }

    double height() {
        return height;
    }

    double x(double value) {
        return left + clamped(x.at(value)) * width;
    }

    double y(double value) {
        return top + (1 - clamped(y.at(value))) * height;
    }

    /** Far outside is as good as farther, and coordinates stay numbers. */
    private static double clamped(double at) {
        return Math.max(-10, Math.min(11, at));
    }

    /** Faint lines at the marks, to be drawn first. */
    void grid(Svg svg, boolean vertical, boolean horizontal) {
        svg.open("g", "stroke", GRID, "stroke-width", 1);
        for (Tick tick : vertical ? xTicks : List.<Tick>of()) {
            double at = left + tick.at() * width;
            if (!tick.isMinor()) {
                svg.empty("line", "x1", at, "y1", top, "x2", at, "y2", bottom());
            }
        }
        for (Tick tick : horizontal ? yTicks : List.<Tick>of()) {
            double at = top + (1 - tick.at()) * height;
            if (!tick.isMinor()) {
                svg.empty("line", "x1", left, "y1", at, "x2", right(), "y2", at);
            }
        }
        svg.close("g");
    }

    /** The axes, their marks and what they show, to be drawn last. */
    void axes(Svg svg, String xLabel, String yLabel) {
        svg.open("g", "stroke", LINE, "stroke-width", 1, "fill", "none");
        svg.empty("rect", "x", left, "y", top, "width", width, "height", height);
        for (Tick tick : xTicks) {
            double at = left + tick.at() * width;
            double length = tick.isMinor() ? MINOR_TICK : TICK;
            svg.empty("line", "x1", at, "y1", bottom(), "x2", at, "y2", bottom() + length);
        }
        for (Tick tick : yTicks) {
            double at = top + (1 - tick.at()) * height;
            double length = tick.isMinor() ? MINOR_TICK : TICK;
            svg.empty("line", "x1", left - length, "y1", at, "x2", left, "y2", at);
        }
        svg.close("g");
        svg.open("g", "text-anchor", "middle");
        for (Tick tick : xTicks) {
            if (!tick.isMinor()) {
                svg.text("text", tick.label(), "x", left + tick.at() * width, "y", bottom() + TICK + Picture.FONT);
            }
        }
        svg.text("text", Picture.fitted(xLabel, width + left), "x", left + width / 2, "y", bottom() + 40);
        vertical(svg, Picture.fitted(yLabel, height + 20), 16);
        svg.close("g");
        svg.open("g", "text-anchor", "end");
        for (Tick tick : yTicks) {
            if (!tick.isMinor()) {
                double at = top + (1 - tick.at()) * height;
                svg.text("text", tick.label(), "x", left - TICK - 3, "y", at + Picture.FONT * 0.35);
            }
        }
        svg.close("g");
    }

    /** A text that is read from below, in the middle of the field's height. */
    void vertical(Svg svg, String text, double at) {
        double middle = top + height / 2;
        svg.text(
                "text",
                text,
                "x",
                at,
                "y",
                middle,
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 %s %s)".formatted(Svg.number(at), Svg.number(middle)));
    }
}
