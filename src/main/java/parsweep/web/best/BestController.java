package parsweep.web.best;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.web.Api;
import parsweep.web.question.Analyses;
import parsweep.web.question.Questions;
import parsweep.web.question.Requests;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Insight")
class BestController {
    private final Analyses analyses;

    BestController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/best")
    @Operation(
            summary = "The points where an output is smallest or largest",
            description = "Failed points have no outputs and are none of them.")
    RankedPoints best(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam(required = false) @Parameter(description = "may be absent if there is one only") @Nullable
                    String output,
            @RequestParam(defaultValue = "min") @Parameter(description = "min or max") String direction,
            @RequestParam(defaultValue = "10") @Parameter(description = "how many points, at most 1000") int k,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where)
            throws InterruptedException {
        BestQuery query = new BestQuery(output, direction(direction), k, element, where);
        return analyses.of(id, query::of);
    }

    @GetMapping("/pareto")
    @Operation(
            summary = "The Pareto front: points that no other one beats in one output without being worse in another",
            description = "At most 10,000 points, ascending in the first output.")
    RankedPoints pareto(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "2 to 6 outputs, joined by commas", example = "y,z") String outputs,
            @RequestParam(required = false)
                    @Parameter(description = "min or max for each, joined by commas; all min if absent")
                    @Nullable
                    String directions,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where)
            throws InterruptedException {
        List<Direction> parsed = directions == null || directions.isBlank()
                ? List.of()
                : Arrays.stream(directions.split(",", -1))
                        .map(BestController::direction)
                        .toList();
        ParetoQuery query = new ParetoQuery(Requests.list("outputs", outputs), parsed, where);
        return analyses.of(id, query::of);
    }

    private static Direction direction(String text) {
        return Requests.word("direction", text, Direction.values());
    }
}
