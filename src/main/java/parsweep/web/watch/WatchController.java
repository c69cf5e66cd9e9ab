package parsweep.web.watch;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import parsweep.web.Api;
import parsweep.web.Snapshot;
import parsweep.web.SweepResponse;
import parsweep.web.SweepResponses;

/** Progress without asking again and again: no client holds a thread while it waits. */
@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Sweeps")
class WatchController {
    private final SweepResponses responses;
    private final Watch<Long, Snapshot> watch;
    private final WatchProperties rhythm;
    private final EventOutputs outputs;

    WatchController(
            SweepResponses responses, Watch<Long, Snapshot> watch, WatchProperties rhythm, EventOutputs outputs) {
        this.responses = responses;
        this.watch = watch;
        this.rhythm = rhythm;
        this.outputs = outputs;
    }

    @GetMapping(params = "!wait")
    @Operation(
            summary = "State, progress, timing and fingerprint of a sweep",
            description = "The ETag changes whenever anything but time and rate does; with If-None-Match the answer is"
                    + " 304 if the client has it already. With wait= it comes when the sweep is over or the time is"
                    + " up; with If-None-Match as well, as soon as anything differs from that ETag.",
            parameters =
                    @Parameter(
                            name = "wait",
                            in = ParameterIn.QUERY,
                            description = "how long to wait, at most 60s: 20s, 1m or PT20S",
                            schema = @Schema(type = "string")),
            responses = {
                @ApiResponse(responseCode = "200"),
                @ApiResponse(responseCode = "304", description = "the client has it already", content = @Content)
            })
    ResponseEntity<SweepResponse> get(@PathVariable long id) {
        return responses.read(id).response();
    }

    /** Documented with the one that does not wait. */
    @Hidden
    @GetMapping(params = "wait")
    DeferredResult<ResponseEntity<SweepResponse>> await(
            @PathVariable long id,
            @RequestParam String wait,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        Duration duration = LongPoll.parse(wait);
        List<ETag> known = ifNoneMatch == null ? List.of() : ETag.parse(ifNoneMatch);
        Snapshot now = responses.read(id);
        LongPoll poll = new LongPoll(now, known, duration);
        poll.look(now, System.nanoTime());
        if (poll.isWaiting()) {
            watch.add(id, poll);
        }
        return poll.result();
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Progress as server-sent events",
            description = "'progress' whenever something has changed, at most five times a second, and 'end' when the"
                    + " sweep is over; the data is the status. 'deleted' ends the stream of a sweep that is deleted."
                    + " A client that comes back with Last-Event-ID is not told again what it knows, and gets 204 if"
                    + " that was the end.",
            responses = {
                @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE)),
                @ApiResponse(responseCode = "204", description = "the client has seen the end", content = @Content),
                @ApiResponse(responseCode = "503", description = "too many streams are open", content = @Content)
            })
    void events(
            @PathVariable long id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Snapshot now = responses.read(id);
        if (now.isOver() && now.tag().equals(lastEventId)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        outputs.open(request, response).ifPresent(output -> {
            long nanos = System.nanoTime();
            EventStream stream = new EventStream(output, "progress", rhythm, lastEventId, nanos);
            stream.look(now, nanos);
            if (stream.isWaiting()) {
                watch.add(id, stream);
            }
        });
    }
}
