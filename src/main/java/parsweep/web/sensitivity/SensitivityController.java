package parsweep.web.sensitivity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.web.Api;
import parsweep.web.question.Analyses;
import parsweep.web.question.Questions;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Insight")
class SensitivityController {
    private final Analyses analyses;

    SensitivityController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/sensitivity")
    @Operation(
            summary = "How much an output depends on each parameter",
            description =
                    "By the design of the space: Morris's mu, muStar and sigma; Sobol's S1, ST and S2 from Saltelli's"
                            + " blocks or Fourier curves; else rank correlations and binned first-order shares, with a warning."
                            + " A point that failed drops its whole block, and `dropped` counts these."
                            + " Blocks that a sweep was extended by count too, if they are of the same kind; else the warning says why not.")
    Sensitivity sensitivity(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam(required = false) @Parameter(description = "may be absent if there is one only") @Nullable
                    String output,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(defaultValue = "1000")
                    @Parameter(description = "of the bootstrap that gives the intervals; 0 for none")
                    int resamples)
            throws InterruptedException {
        SensitivityQuery query = new SensitivityQuery(output, element, resamples);
        return analyses.of(id, query::of);
    }
}
