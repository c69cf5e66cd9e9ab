package parsweep.web.results;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one range of bytes that a request asks for.
 *
 * @param first byte, from 0; negative for so many bytes from the end
 * @param last byte, included; {@link Long#MAX_VALUE} for all that follow
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-byte-ranges">RFC 9110, section 14.1.2</a>
 */
record ByteRange(String header, long first, long last) {
    /** 18 digits: no file is longer, and they fit into a long. */
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Null for no header, for several ranges, and for what is no range: all these may be answered by the whole. */
    static @Nullable ByteRange parse(@Nullable String header) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (header == null || !range.matches()) {
            return null;
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : new ByteRange(header, -Long.parseLong(last), Long.MAX_VALUE);
        }
        ByteRange parsed =
                new ByteRange(header, Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
        return parsed.first <= parsed.last ? parsed : null;
    }

    private boolean isSuffix() {
        return header.contains("=-");
    }

    /** Whether any of the bytes is there. */
    boolean isWithin(long length) {
        return isSuffix() ? first < 0 && length > 0 : first < length;
    }

    long from(long length) {
        return isSuffix() ? Math.max(0, length + first) : first;
    }

    /** One past the last. */
    long to(long length) {
        return last < length ? last + 1 : length;
    }
}
