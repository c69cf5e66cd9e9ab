package parsweep.web.results;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import parsweep.export.RangedFormat;
import parsweep.export.ResultFormat;
import parsweep.export.Table;
import parsweep.web.BadRequest;

/**
 * A table on its way to a client, compressed if it asks for that. A format whose length is known has a strong ETag, and a
 * client can ask for a range of its bytes, so that a download that broke goes on where it was.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, section 14</a>
 */
final class Download {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Download(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /**
     * Answers a request.
     *
     * @param name of the file, without its ending
     * @param version stands for everything that the content depends on
     * @throws IOException also when anything goes wrong after the first bytes: the connection must break then, or the
     *     client would take what it has for the whole
     */
    void write(ResultFormat format, Table table, String name, String version) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.%s\"".formatted(name, format.extension()));
        if (!format.isCompressed()) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        try {
            if (format instanceof RangedFormat ranged && !isCompressed(format)) {
                writeRange(ranged, table, version);
            } else if (!isHead()) {
                writeWhole(format, table);
            }
        } catch (BadRequest e) {
            throw e;
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new IOException("a download broke", e);
            }
            response.reset();
            throw e;
        }
    }

    private boolean isHead() {
        return request.getMethod().equals(HttpMethod.HEAD.name());
    }

    /** A range of the compressed bytes is nothing that a client could ask for: whoever asks for one gets them plain. */
    private boolean isCompressed(ResultFormat format) {
        return !format.isCompressed()
                && request.getHeader(HttpHeaders.RANGE) == null
                && GzipStream.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    private void writeWhole(ResultFormat format, Table table) throws IOException {
        if (!isCompressed(format)) {
            format.write(table, response.getOutputStream());
            return;
        }
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        GzipStream gzip = new GzipStream(response.getOutputStream());
        try {
            format.write(table, gzip);
            gzip.finish();
        } finally {
            gzip.release();
        }
    }

    private void writeRange(RangedFormat format, Table table, String version) throws IOException {
        String tag =
                UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8)).toString();
        response.setHeader(HttpHeaders.ETAG, '"' + tag + '"');
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag, true)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        RangedFormat.Content content = format.content(table);
        long length = content.length();
        ByteRange asked = range(tag);
        if (asked != null && !asked.isWithin(length)) {
            response.reset();
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
            throw new BadRequest(
                    416, "range", "Range: %s (expected: some of %d bytes)".formatted(asked.header(), length));
        }
        long from = asked == null ? 0 : asked.from(length);
        long to = asked == null ? length : asked.to(length);
        if (asked != null) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, to - 1, length));
        }
        response.setContentLengthLong(to - from);
        if (!isHead()) {
            content.write(from, to, response.getOutputStream());
            response.flushBuffer();
        }
    }

    /** What is asked for; null if that is all, or may be since the client has a part of something else. */
    private @Nullable ByteRange range(String tag) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        return condition == null || matches(condition, tag, false)
                ? ByteRange.parse(request.getHeader(HttpHeaders.RANGE))
                : null;
    }

    /**
     * @param weakly whether any content and that of weak tags will do
     */
    private static boolean matches(@Nullable String header, String tag, boolean weakly) {
        return header != null
                && ETag.parse(header).stream()
                        .anyMatch(one -> weakly
                                ? one.isWildcard() || one.tag().equals(tag)
                                : !one.weak() && one.tag().equals(tag));
    }
}
