package parsweep.web.compare;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.Sweeps;
import parsweep.web.Api;
import parsweep.web.compare.CompareQuery.Side;
import parsweep.web.question.Analyses;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Insight")
class CompareController {
    private final Analyses analyses;
    private final Sweeps sweeps;
    private final JsonMapper json;

    CompareController(Analyses analyses, Sweeps sweeps, JsonMapper json) {
        this.analyses = analyses;
        this.sweeps = sweeps;
        this.json = json;
    }

    @GetMapping("/compare")
    @Operation(
            summary = "Did the model change? Two sweeps beside each other, point by point",
            description =
                    "Equal fingerprints say at once that nothing differs. Else points are matched by index if that"
                            + " means the same parameters in both, or by their parameters. Says what is in one only, which parts"
                            + " of the definitions differ, and where outputs differ most.")
    Comparison compare(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "the other sweep", example = "2") long with,
            @RequestParam(defaultValue = "0")
                    @Parameter(description = "relative to the larger magnitude of two values, such as 1e-9")
                    double tolerance)
            throws InterruptedException {
        CompareQuery query = new CompareQuery(tolerance);
        Side other = new Side(sweeps.results(with), json.readTree(sweeps.definition(with)));
        return analyses.of(id, results -> query.of(new Side(results, json.readTree(sweeps.definition(id))), other));
    }
}
