package parsweep.web.plot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.plot.Picture;
import parsweep.web.Api;
import parsweep.web.plot.CurveQuery.AxisScale;
import parsweep.web.plot.CurveQuery.Band;
import parsweep.web.question.Analyses;
import parsweep.web.question.Questions;
import parsweep.web.question.Requests;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}/plots")
@Tag(name = "Plots")
class LineController {
    /** As many points of a curve as there are pixels. */
    private static final int MAX_BINS = 2000;

    private final Analyses analyses;

    LineController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/line.svg")
    @Operation(
            summary =
                    "The mean of an output over a parameter, with a band around it; a curve for each value of another",
            description =
                    "Where several points have the same x, as replicates have, the curve is their mean and the band"
                            + " one of: ci, the confidence interval (95 %) of the mean; std, the mean and one standard deviation"
                            + " up and down; range, from the smallest to the largest value; none. At most 24 curves.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = Sheets.SVG)))
    ResponseEntity<String> line(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "a parameter that is a number", example = "x") String x,
            @RequestParam(required = false) @Parameter(description = Plots.OUTPUT) @Nullable String output,
            @RequestParam(required = false)
                    @Parameter(description = "a parameter: a curve for each of its values")
                    @Nullable
                    String group,
            @RequestParam(defaultValue = "ci") @Parameter(description = "ci, std, range or none") String band,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where,
            @RequestParam(defaultValue = "200") @Parameter(description = "of x, if it has more values") int bins,
            @RequestParam(defaultValue = "auto") @Parameter(description = "auto, linear or log") String xScale,
            @RequestParam(defaultValue = "linear") @Parameter(description = "auto, linear or log") String yScale,
            @RequestParam(defaultValue = Sheets.DEFAULT_WIDTH) @Parameter(description = Sheets.WIDTH) int width,
            @RequestParam(defaultValue = Sheets.DEFAULT_HEIGHT) @Parameter(description = Sheets.HEIGHT) int height,
            @RequestParam(required = false) @Parameter(description = Sheets.TITLE) @Nullable String title)
            throws InterruptedException {
        Picture picture = Sheets.of(width, height, title);
        Requests.within("bins", bins, 2, MAX_BINS);
        CurveQuery query = new CurveQuery(
                group == null ? List.of(x) : List.of(group, x),
                output,
                element,
                where,
                bins,
                Requests.word("band", band, Band.values()),
                Requests.word("xScale", xScale, AxisScale.values()),
                Requests.word("yScale", yScale, AxisScale.values()));
        return Sheets.response(analyses.of(id, query::of).svg(picture));
    }
}
