package parsweep.web.plot;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import parsweep.plot.Picture;
import parsweep.web.question.Requests;

/** What all pictures have in common. */
final class Sheets {
    static final String SVG = "image/svg+xml";
    static final String WIDTH = "in pixels, 200 to 4000; 480 fill a column of 85 mm";
    static final String HEIGHT = "in pixels, 200 to 4000";
    static final String TITLE = "above the picture; none if absent";

    /** As defaults of requests. */
    static final String DEFAULT_WIDTH = "" + Picture.DEFAULT_WIDTH;

    static final String DEFAULT_HEIGHT = "" + Picture.DEFAULT_HEIGHT;

    /** More of a title is not to be seen. */
    private static final int MAX_TITLE = 500;

    private Sheets() {}

    /**
     * The sheet of a request.
     *
     * @throws parsweep.web.BadRequest if it is too small or too large
     */
    static Picture of(int width, int height, @Nullable String title) {
        String text = title == null ? "" : title;
        Requests.within("title's length", text.length(), 0, MAX_TITLE);
        return new Picture(
                text,
                Requests.within("width", width, Picture.MIN_SIZE, Picture.MAX_SIZE),
                Requests.within("height", height, Picture.MIN_SIZE, Picture.MAX_SIZE));
    }

    static ResponseEntity<String> response(String svg) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(SVG), StandardCharsets.UTF_8))
                .body(svg);
    }
}
