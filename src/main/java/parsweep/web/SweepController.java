package parsweep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.Preview;
import parsweep.sweep.Sweeps;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepState;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(Api.SWEEPS)
@Tag(name = "Sweeps", description = "Submit, watch and stop parameter sweeps")
class SweepController {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,200}");

    private final Sweeps sweeps;
    private final DefinitionBody body;
    private final SweepResponses responses;

    SweepController(Sweeps sweeps, DefinitionBody body, SweepResponses responses) {
        this.sweeps = sweeps;
        this.body = body;
        this.responses = responses;
    }

    @PostMapping
    @DefinitionExamples
    @Operation(
            summary = "Submit a sweep",
            description = "Answers 202 with the sweep's address as soon as it is stored; it runs by itself."
                    + " With dryRun=true nothing is stored: the answer (200) shows the number of points, the first and"
                    + " last ones, how many of them a constraint (where) leaves, and the expected time."
                    + " More points than parsweep.limits.points are a 422; 429 with Retry-After says that too many"
                    + " sweeps are not over, 503 with Retry-After that there is no room for results.",
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "Accepted; the header Location is the sweep's address",
                        content = @Content(schema = @Schema(implementation = SweepResponse.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "What it would do (dryRun=true)",
                        content = @Content(schema = @Schema(implementation = Preview.class)))
            })
    ResponseEntity<?> submit(
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false)
                    @Parameter(
                            description =
                                    "1 to 200 printable ASCII characters, such as a UUID. The same definition under"
                                            + " the same key is the same sweep, however often it is sent, until that sweep is"
                                            + " deleted; another definition under it is a 422. Ignored with dryRun.")
                    @Nullable
                    String idempotencyKey)
            throws IOException, HttpMediaTypeNotSupportedException, InterruptedException {
        JsonNode definition = body.read(request);
        if (dryRun) {
            return ResponseEntity.ok(sweeps.preview(definition));
        }
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw BadRequest.parameter(IDEMPOTENCY_KEY, idempotencyKey, "1 to 200 printable ASCII characters");
        }
        Sweep sweep = sweeps.submit(definition, idempotencyKey);
        return ResponseEntity.accepted()
                .location(URI.create(Api.SWEEPS + "/" + sweep.id()))
                .body(responses.of(sweep));
    }

    @GetMapping
    @Operation(summary = "Sweeps, newest first")
    SweepPage list(
            @RequestParam(required = false) @Nullable SweepState state,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Parameter(description = "part of the name or the model") @Nullable
                    String q,
            @RequestParam(defaultValue = "0") @Parameter(description = "from 0") int page,
            @RequestParam(defaultValue = "20") @Parameter(description = "sweeps per page, 1 to 200") int size) {
        return responses.read(new SweepQuery(state, model, q, page, size)).page();
    }

    @GetMapping(path = "/{id}/definition", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The definition as it was submitted")
    String definition(@PathVariable long id) {
        return sweeps.definition(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a sweep and its results, whatever its state")
    void delete(@PathVariable long id) {
        sweeps.delete(id);
    }
}
