package parsweep.web.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.export.Column;
import parsweep.export.ResultFormat;
import parsweep.export.ResultFormats;
import parsweep.export.Table;
import parsweep.outcome.FailureGroup;
import parsweep.sweep.SweepResults;
import parsweep.sweep.Sweeps;
import parsweep.web.Api;
import parsweep.web.BadRequest;
import parsweep.web.Capacity;
import parsweep.web.WebLimits;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Results", description = "What a sweep has come to, at any time")
class ResultController {
    private final Sweeps sweeps;
    private final Capacity downloads;

    ResultController(Sweeps sweeps, WebLimits limits) {
        this.sweeps = sweeps;
        this.downloads = new Capacity("downloads", "parsweep.limits.downloads", limits.downloads());
    }

    @GetMapping("/points/{index}")
    @Operation(summary = "One point: parameters, seed, outcome")
    PointResponse point(@PathVariable long id, @PathVariable long index) {
        return PointResponse.of(sweeps.results(id), index);
    }

    @GetMapping("/failures")
    @Operation(
            summary = "Failed points, grouped by kind and message, the largest groups first",
            description = "Messages that differ only in their numbers are one group. Visible while the sweep runs.")
    Failures failures(@PathVariable long id) {
        long failed = sweeps.get(id).tally().failed();
        return new Failures(
                failed, sweeps.failures(id).stream().map(FailureResponse::of).toList());
    }

    /**
     * The failures of a sweep.
     *
     * @param failed number of points
     */
    record Failures(long failed, List<FailureResponse> groups) {}

    /**
     * Failures that look alike.
     *
     * @param signature the message with # for its numbers
     * @param message of the first of them
     * @param count number of points
     * @param firstIndices of the first points, at most ten
     */
    record FailureResponse(String kind, String signature, String message, long count, List<Long> firstIndices) {
        static FailureResponse of(FailureGroup group) {
            return new FailureResponse(
                    group.kind().label(), group.signature(), group.message(), group.count(), group.firstIndices());
        }
    }

    /** The same as JSON: for those who leave the ending out. */
    @GetMapping("/results")
    @Operation(
            summary = "All points that have an outcome, in the order of their indices, as JSON",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json")))
    void results(@PathVariable long id, HttpServletResponse response) throws IOException {
        results(id, "json", null, response);
    }

    @GetMapping("/results.{format}")
    @Operation(
            summary = "Results as csv, json, ndjson, npy or npz",
            description = "Streamed in the order of the indices; of a sweep that runs, what there is so far: see the"
                    + " header X-Points-Complete. csv, json and ndjson have a row for each point that has an outcome,"
                    + " which points that a constraint of the space excludes have not."
                    + " npy (one column, named by output=) and npz (all columns) have a row for every index up to the"
                    + " last one that has an outcome, with NaN where there is none, so that row i is index i.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*")))
    void results(
            @PathVariable long id,
            @PathVariable @Parameter(example = "csv") String format,
            @RequestParam(required = false)
                    @Parameter(description = "the column of an npy; not needed for a model with one output")
                    @Nullable
                    String output,
            HttpServletResponse response)
            throws IOException {
        ResultFormat writer = ResultFormats.byExtension(format)
                .orElseThrow(() -> new BadRequest(
                        404,
                        "not-found",
                        "no format '%s' (expected: one of %s)"
                                .formatted(
                                        format,
                                        String.join(
                                                ", ",
                                                ResultFormats.all().stream()
                                                        .map(ResultFormat::extension)
                                                        .toList()))));
        try (Capacity.Lease lease = downloads.acquire()) {
            write(id, writer, output, response);
        }
    }

    private void write(long id, ResultFormat writer, @Nullable String output, HttpServletResponse response)
            throws IOException {
        String format = writer.extension();
        SweepResults results = sweeps.results(id);
        Table table = table(results, format, output);
        response.setContentType(writer.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sweep-%d.%s\"".formatted(id, format));
        response.setHeader(
                "X-Points-Complete",
                "%d/%d"
                        .formatted(
                                results.sweep().tally().finished(),
                                results.sweep().size()));
        writer.write(table, response.getOutputStream());
    }

    private static Table table(SweepResults results, String format, @Nullable String output) {
        if (format.equals("npz")) {
            return SweepTable.aligned(results);
        }
        if (!format.equals("npy")) {
            return SweepTable.of(results);
        }
        SweepTable aligned = SweepTable.aligned(results);
        List<String> columns = aligned.columns().stream().map(Column::name).toList();
        String name = output;
        if (name == null) {
            if (results.outputs().size() > 1) {
                throw BadRequest.parameter("output", "", "one of " + String.join(", ", columns));
            }
            name = results.outputs().get(0).name();
        }
        SweepTable one = aligned.only(name);
        if (one == null) {
            throw BadRequest.parameter("output", name, "one of " + String.join(", ", columns));
        }
        return one;
    }
}
