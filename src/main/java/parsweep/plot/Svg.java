package parsweep.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An SVG document while it is written. Text and attributes are escaped here and nowhere else. */
final class Svg {
    /** Of coordinates: a hundredth of a pixel is not to be seen. */
    private static final int DECIMALS = 2;

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; {@code attributes} are names and values in turn, numbers rounded. */
    Svg open(String element, Object... attributes) {
        start(element, attributes);
        out.append(">\n");
        return this;
    }

    Svg close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** An element without content. */
    Svg empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element with text in it. */
    Svg text(String element, String text, Object... attributes) {
        start(element, attributes);
        out.append('>');
        escape(text);
        out.append("</").append(element).append(">\n");
        return this;
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1] instanceof Double number ? number(number) : String.valueOf(attributes[i + 1]));
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
    }

    /** What XML 1.0 can hold, line ends and tabs left out. */
    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    /** A coordinate, in as few digits as it needs. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
