package parsweep.web.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
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
    private final Follower follower;
    private final Capacity downloads;

    ResultController(Sweeps sweeps, Follower follower, WebLimits limits) {
        this.sweeps = sweeps;
        this.follower = follower;
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
    void results(
            @PathVariable long id,
            @ParameterObject ResultQuery query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        results(id, "json", query, request, response);
    }

    @GetMapping("/results.{format}")
    @Operation(
            summary = "Results in the format that the next tool opens",
            description = "Streamed in the order of the indices; of a sweep that runs, what there is so far: see the"
                    + " header X-Points-Complete. csv, json, ndjson, parquet, arrows (a stream of Arrow) and xlsx have"
                    + " a row for each point that has an outcome, which points that a constraint of the space"
                    + " excludes have not."
                    + " npy (one column) and npz (all columns) have a row for every index up to the last one that has"
                    + " an outcome, with NaN where there is none, so that row i is index i; so has nc (NetCDF),"
                    + " whose variables have the axes of the space and the replicates as dimensions if all rows of a"
                    + " grid are asked for. gzip if Accept-Encoding"
                    + " says so. An npy or nc has an ETag and can be asked for by Range.",
            responses = {
                @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*")),
                @ApiResponse(responseCode = "206", description = "a range of an npy or nc", content = @Content),
                @ApiResponse(responseCode = "304", description = "the client has this npy or nc", content = @Content),
                @ApiResponse(responseCode = "416", description = "the file is not that long", content = @Content)
            })
    void results(
            @PathVariable long id,
            @PathVariable @Parameter(example = "csv") String format,
            @ParameterObject ResultQuery query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ResultFormat writer = ResultFormats.byExtension(format).orElseThrow(() -> unknown(format));
        try (Capacity.Lease lease = downloads.acquire()) {
            SweepResults results = sweeps.results(id);
            String complete =
                    results.sweep().tally().finished() + "/" + results.sweep().size();
            response.setHeader("X-Points-Complete", complete);
            Download download = new Download(request, response);
            if (isFollowing(query, writer)) {
                download.write(writer, follower.follow(results, query), "sweep-" + id, "");
                return;
            }
            Committed committed = Committed.of(results);
            Table table = ResultTables.of(results, committed, writer, query);
            String version = String.join(
                    " ", "1", format, query.toString(), results.sweep().toString(), committed.toString());
            download.write(writer, table, "sweep-" + id, version);
        }
    }

    private static boolean isFollowing(ResultQuery query, ResultFormat format) {
        String follow = query.follow();
        if (follow == null || follow.equals("false")) {
            return false;
        }
        if (!follow.equals("true")) {
            throw BadRequest.parameter("follow", follow, "true or false");
        }
        if (!format.extension().equals("ndjson")) {
            throw BadRequest.parameter("follow", follow, "ndjson, not " + format.extension());
        }
        return true;
    }

    private static BadRequest unknown(String format) {
        String known = ResultFormats.all().stream().map(ResultFormat::extension).collect(Collectors.joining(", "));
        return new BadRequest(404, "not-found", "no format '%s' (expected: one of %s)".formatted(format, known));
    }
}
