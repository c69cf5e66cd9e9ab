package parsweep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.outcome.FailureKind;
import parsweep.sweep.SweepControl;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Control", description = "Change your mind; what is not possible in a sweep's state is a 409 that names it")
class ControlController {
    private final SweepControl control;
    private final SweepResponses responses;
    private final DefinitionBody body;

    ControlController(SweepControl control, SweepResponses responses, DefinitionBody body) {
        this.control = control;
        this.responses = responses;
        this.body = body;
    }

    @PostMapping("/cancel")
    @Operation(summary = "Stop a sweep for good; what is committed stays, and nothing changes any more")
    SweepResponse cancel(@PathVariable long id) {
        return responses.of(control.cancel(id));
    }

    @PostMapping("/pause")
    @Operation(summary = "Hold a sweep: points that run are finished and stored, no other is started")
    SweepResponse pause(@PathVariable long id) {
        return responses.of(control.pause(id));
    }

    @PostMapping("/resume")
    @Operation(summary = "Let a paused sweep go on")
    SweepResponse resume(@PathVariable long id) {
        return responses.of(control.resume(id));
    }

    @PostMapping("/retry")
    @Operation(
            summary = "Open a sweep again that is over",
            description = "Points that have no outcome are computed, failed ones are tried again; the others stay."
                    + " The limits of a submission apply: 422, 429, 503.")
    SweepResponse retry(
            @PathVariable long id,
            @RequestParam(required = false)
                    @Parameter(description = "only failures of these kinds, such as timeout; all if absent")
                    @Nullable
                    List<String> kind) {
        return responses.of(control.retry(id, kind == null ? null : kinds(kind)));
    }

    private static Set<FailureKind> kinds(List<String> labels) {
        Set<FailureKind> kinds = EnumSet.noneOf(FailureKind.class);
        for (String label : labels) {
            kinds.add(Arrays.stream(FailureKind.values())
                    .filter(kind -> kind.label().equalsIgnoreCase(label.strip()))
                    .findFirst()
                    .orElseThrow(() -> BadRequest.parameter("kind", label, "one of " + allKinds())));
        }
        return kinds;
    }

    private static String allKinds() {
        return Arrays.stream(FailureKind.values()).map(FailureKind::label).collect(Collectors.joining(", "));
    }

    @PostMapping("/extend")
    @Operation(
            summary = "Append points or replicates to a sweep",
            description = "Earlier indices keep their meaning and their results."
                    + " The limits of a submission apply: 422, 429, 503.")
    @RequestBody(
            required = true,
            description = "Either a space that names the same parameters, or a number of further replicates",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(type = "object"),
                            examples = {
                                @ExampleObject(
                                        name = "points",
                                        value = "{\"space\": {\"grid\": {\"x\": [11, 12, 13]}}}"),
                                @ExampleObject(name = "replicates", value = "{\"replicates\": 2}")
                            }))
    SweepResponse extend(@PathVariable long id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        return responses.of(control.extend(id, body.read(request)));
    }

    @PatchMapping
    @Operation(summary = "Change the share of the workers of a sweep that is not over")
    @RequestBody(
            required = true,
            description = "priority (0.01 to 100), maxParallelism (from 1), or both",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(name = "share", value = "{\"priority\": 3, \"maxParallelism\": 1}")))
    SweepResponse update(@PathVariable long id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        return responses.of(control.update(id, body.read(request)));
    }
}
