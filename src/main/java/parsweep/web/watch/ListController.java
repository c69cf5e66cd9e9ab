package parsweep.web.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.state.SweepState;
import parsweep.web.Api;
import parsweep.web.PageSnapshot;
import parsweep.web.SweepQuery;
import parsweep.web.SweepResponses;

/** The list of sweeps without asking again and again. */
@RestController
@RequestMapping(Api.SWEEPS)
@Tag(name = "Sweeps")
class ListController {
    private final SweepResponses responses;
    private final Watch<SweepQuery, PageSnapshot> watch;
    private final WatchProperties rhythm;
    private final EventOutputs outputs;

    ListController(
            SweepResponses responses,
            Watch<SweepQuery, PageSnapshot> watch,
            WatchProperties rhythm,
            EventOutputs outputs) {
        this.responses = responses;
        this.watch = watch;
        this.rhythm = rhythm;
        this.outputs = outputs;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "The list of sweeps as server-sent events",
            description = "'sweeps' whenever anything on this page of the list has changed, at most once a second; the"
                    + " data is that page, as GET /api/v1/sweeps with the same parameters gives it. A client that comes"
                    + " back with Last-Event-ID is not told again what it knows.",
            responses = {
                @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE)),
                @ApiResponse(responseCode = "503", description = "too many streams are open", content = @Content)
            })
    void events(
            @RequestParam(required = false) @Nullable SweepState state,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Parameter(description = "part of the name or the model") @Nullable
                    String q,
            @RequestParam(defaultValue = "0") @Parameter(description = "from 0") int page,
            @RequestParam(defaultValue = "20") @Parameter(description = "sweeps per page, 1 to 200") int size,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SweepQuery query = new SweepQuery(state, model, q, page, size);
        PageSnapshot now = responses.read(query);
        outputs.open(request, response).ifPresent(output -> {
            long nanos = System.nanoTime();
            EventStream stream = new EventStream(output, "sweeps", rhythm, lastEventId, nanos);
            stream.look(now, nanos);
            watch.add(query, stream);
        });
    }
}
