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
import parsweep.plot.Histogram;
import parsweep.plot.Picture;
import parsweep.plot.Quantity;
import parsweep.web.Api;
import parsweep.web.insight.Summary.OutputSummary;
import parsweep.web.insight.SummaryQuery;
import parsweep.web.question.Analyses;
import parsweep.web.question.Questions;
import parsweep.web.question.Requests;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}/plots")
@Tag(name = "Plots")
class DistributionController {
    private static final int MAX_BINS = 500;

    private final Analyses analyses;

    DistributionController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/histogram.svg")
    @Operation(
            summary = "How often an output has which values",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = Sheets.SVG)))
    ResponseEntity<String> histogram(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "an output", example = "y") String output,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where,
            @RequestParam(defaultValue = "40") int bins,
            @RequestParam(defaultValue = Sheets.DEFAULT_WIDTH) @Parameter(description = Sheets.WIDTH) int width,
            @RequestParam(defaultValue = Sheets.DEFAULT_HEIGHT) @Parameter(description = Sheets.HEIGHT) int height,
            @RequestParam(required = false) @Parameter(description = Sheets.TITLE) @Nullable String title)
            throws InterruptedException {
        Picture picture = Sheets.of(width, height, title);
        Requests.within("bins", bins, 1, MAX_BINS);
        SummaryQuery query = new SummaryQuery(List.of(output), List.of(), element, where, bins);
        OutputSummary summary =
                analyses.of(id, query::of).groups().get(0).outputs().get(0);
        var histogram = summary.histogram();
        if (histogram == null) {
            throw Plots.noPoints(id);
        }
        String[] nameAndElement = summary.name().split("\\.", 2);
        String name = nameAndElement.length == 1 ? summary.name() : nameAndElement[1] + " of " + nameAndElement[0];
        return Sheets.response(
                new Histogram(new Quantity(name, summary.unit()), histogram.edges(), histogram.counts()).svg(picture));
    }

    @GetMapping("/scatter.svg")
    @Operation(
            summary = "Two numbers of every point against each other: parameters or outputs",
            description =
                    "Up to 5000 points have a mark each; more are shown by their density, in bins of equal width, or of equal ratios on logarithmic axes. An array by"
                            + " name.element, such as course.max.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = Sheets.SVG)))
    ResponseEntity<String> scatter(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "a parameter or an output, index or replicate") String x,
            @RequestParam @Parameter(description = "a parameter or an output, index or replicate") String y,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where,
            @RequestParam(defaultValue = "auto") @Parameter(description = "auto, linear or log") String xScale,
            @RequestParam(defaultValue = "auto") @Parameter(description = "auto, linear or log") String yScale,
            @RequestParam(defaultValue = Sheets.DEFAULT_WIDTH) @Parameter(description = Sheets.WIDTH) int width,
            @RequestParam(defaultValue = Sheets.DEFAULT_HEIGHT) @Parameter(description = Sheets.HEIGHT) int height,
            @RequestParam(required = false) @Parameter(description = Sheets.TITLE) @Nullable String title)
            throws InterruptedException {
        Picture picture = Sheets.of(width, height, title);
        ScatterQuery query = new ScatterQuery(
                x,
                y,
                where,
                Requests.word("xScale", xScale, CurveQuery.AxisScale.values()),
                Requests.word("yScale", yScale, CurveQuery.AxisScale.values()),
                picture);
        return Sheets.response(analyses.of(id, query::of));
    }
}
