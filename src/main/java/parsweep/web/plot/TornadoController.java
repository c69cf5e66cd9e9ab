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
import parsweep.plot.Quantity;
import parsweep.plot.Tornado;
import parsweep.plot.Tornado.Bar;
import parsweep.plot.Tornado.Row;
import parsweep.web.Api;
import parsweep.web.question.Analyses;
import parsweep.web.question.Questions;
import parsweep.web.sensitivity.Sensitivity;
import parsweep.web.sensitivity.Sensitivity.Index;
import parsweep.web.sensitivity.SensitivityQuery;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}/plots")
@Tag(name = "Plots")
class TornadoController {
    private final Analyses analyses;

    TornadoController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/tornado.svg")
    @Operation(
            summary = "How much an output depends on each parameter, the most important one on top",
            description =
                    "The numbers are those of /sensitivity, with their intervals: S1 and ST, or mu* and sigma, by the"
                            + " design of the space; rank correlations for any other.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = Sheets.SVG)))
    ResponseEntity<String> tornado(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam(required = false) @Parameter(description = Plots.OUTPUT) @Nullable String output,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(defaultValue = "200") @Parameter(description = "of the bootstrap that gives the intervals")
                    int resamples,
            @RequestParam(defaultValue = Sheets.DEFAULT_WIDTH) @Parameter(description = Sheets.WIDTH) int width,
            @RequestParam(defaultValue = Sheets.DEFAULT_HEIGHT) @Parameter(description = Sheets.HEIGHT) int height,
            @RequestParam(required = false) @Parameter(description = Sheets.TITLE) @Nullable String title)
            throws InterruptedException {
        Picture picture = Sheets.of(width, height, title);
        SensitivityQuery query = new SensitivityQuery(output, element, resamples);
        return Sheets.response(of(analyses.of(id, query::of)).svg(picture));
    }

    /** What is drawn of a method's indices, by their names there and on the sheet. */
    private record Kinds(String axis, boolean hasUnit, List<String> keys, List<String> names) {
        static Kinds of(String method) {
            return switch (method) {
                case "morris" ->
                    new Kinds("elementary effects on", true, List.of("muStar", "sigma"), List.of("\u03bc*", "\u03c3"));
                case "saltelli", "fast" ->
                    new Kinds("sensitivity indices of", false, List.of("S1", "ST"), List.of("S1", "ST"));
                default ->
                    new Kinds(
                            "rank correlation with",
                            false,
                            List.of("spearman", "prcc"),
                            List.of("Spearman", "partial"));
            };
        }
    }

    private static Tornado of(Sensitivity sensitivity) {
        Kinds kinds = Kinds.of(sensitivity.method());
        List<Row> rows = sensitivity.parameters().stream()
                .map(parameter -> new Row(
                        parameter.name(),
                        kinds.keys().stream()
                                .map(key -> bar(parameter.indices().get(key)))
                                .toList()))
                .toList();
        Quantity value =
                new Quantity(kinds.axis() + " " + sensitivity.output(), kinds.hasUnit() ? sensitivity.unit() : "");
        return new Tornado(value, kinds.names(), rows);
    }

    private static Bar bar(@Nullable Index index) {
        return index == null
                ? new Bar(Double.NaN, Double.NaN, Double.NaN)
                : new Bar(number(index.value()), number(index.low()), number(index.high()));
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
