package parsweep.web.plot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.plot.ColourMap;
import parsweep.plot.Heatmap;
import parsweep.plot.Picture;
import parsweep.web.Api;
import parsweep.web.BadRequest;
import parsweep.web.insight.ArrayQuery;
import parsweep.web.insight.LabelledArray;
import parsweep.web.insight.Reduce;
import parsweep.web.question.Analyses;
import parsweep.web.question.Questions;
import parsweep.web.question.Requests;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}/plots")
@Tag(name = "Plots", description = "Pictures of the points that there are so far, as SVG")
class HeatmapController {
    /** Of each axis; more cells than these are smaller than letters. */
    private static final int MAX_BINS = 200;

    private final Analyses analyses;

    HeatmapController(Analyses analyses) {
        this.analyses = analyses;
    }

    /** How values become colours. */
    enum ColourScale {
        LINEAR,
        LOG
    }

    @GetMapping("/heatmap.svg")
    @Operation(
            summary = "An output over two parameters, as colours",
            description =
                    "The data are those of /array. Cells without a value are hatched. An axis is logarithmic if its"
                            + " values are spread so.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = Sheets.SVG)))
    ResponseEntity<String> heatmap(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "a parameter, across") String x,
            @RequestParam @Parameter(description = "another parameter, up") String y,
            @RequestParam(required = false) @Parameter(description = Plots.OUTPUT) @Nullable String output,
            @RequestParam(defaultValue = "mean") @Parameter(description = Plots.REDUCE) String reduce,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where,
            @RequestParam(defaultValue = "64") @Parameter(description = "of a parameter with more values") int bins,
            @RequestParam(defaultValue = "viridis") @Parameter(description = "viridis or cividis") String colours,
            @RequestParam(defaultValue = "linear") @Parameter(description = "linear or log") String colourScale,
            @RequestParam(defaultValue = Sheets.DEFAULT_WIDTH) @Parameter(description = Sheets.WIDTH) int width,
            @RequestParam(defaultValue = Sheets.DEFAULT_HEIGHT) @Parameter(description = Sheets.HEIGHT) int height,
            @RequestParam(required = false) @Parameter(description = Sheets.TITLE) @Nullable String title)
            throws InterruptedException {
        Picture picture = Sheets.of(width, height, title);
        Requests.within("bins", bins, 1, MAX_BINS);
        ColourMap map = Requests.word("colours", colours, ColourMap.values());
        boolean isLogarithmic = Requests.word("colourScale", colourScale, ColourScale.values()) == ColourScale.LOG;
        if (x.equals(y)) {
            throw BadRequest.parameter("y", y, "another parameter than x");
        }
        ArrayQuery query = new ArrayQuery(
                List.of(x, y), output, Requests.word("reduce", reduce, Reduce.values()), element, where, bins);
        LabelledArray array = analyses.of(id, query::of);
        Plots.requirePoints(array);
        if (isLogarithmic && Arrays.stream(array.data()).anyMatch(value -> value <= 0)) {
            throw BadRequest.parameter("colourScale", colourScale, "linear, since some values are not positive");
        }
        return Sheets.response(new Heatmap(
                        ArrayAxes.quantity(array.dims().get(0)),
                        ArrayAxes.cells(array.dims().get(0)),
                        ArrayAxes.quantity(array.dims().get(1)),
                        ArrayAxes.cells(array.dims().get(1)),
                        ArrayAxes.quantity(array),
                        array.data(),
                        new Heatmap.Style(map, isLogarithmic, true))
                .svg(picture));
    }
}
