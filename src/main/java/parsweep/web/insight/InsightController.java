package parsweep.web.insight;

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
import parsweep.web.question.Requests;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Insight", description = "What the results say, at any time, of the points that there are so far")
class InsightController {
    private final Analyses analyses;

    InsightController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/array")
    @Operation(
            summary = "An output over some parameters: the labelled array of a grid, or of bins",
            description = "For heat maps and curves. A parameter with more than `bins` different values is binned, so"
                    + " that the answer has at most 262,144 cells whatever the number of points.")
    LabelledArray array(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam @Parameter(description = "parameters, or replicate, joined by commas", example = "x")
                    String dims,
            @RequestParam(required = false) @Parameter(description = "may be absent if there is one only") @Nullable
                    String output,
            @RequestParam(defaultValue = "mean")
                    @Parameter(description = "of the points of a cell: mean, median, min, max, std, sum or count")
                    String reduce,
            @RequestParam(required = false) @Parameter(description = Questions.ELEMENT) @Nullable String element,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where,
            @RequestParam(defaultValue = "64") int bins)
            throws InterruptedException {
        ArrayQuery query = new ArrayQuery(
                Requests.list("dims", dims),
                output,
                Requests.word("reduce", reduce, Reduce.values()),
                element,
                where,
                bins);
        return analyses.of(id, query::of);
    }

    @GetMapping("/density")
    @Operation(summary = "A two-dimensional histogram of any two numbers: parameters, outputs, index, replicate")
    Density density(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam
                    @Parameter(
                            description = "a parameter or an output; of an array name.element, such as course.mean",
                            example = "x")
                    String x,
            @RequestParam @Parameter(description = "a parameter or an output; of an array name.element", example = "y")
                    String y,
            @RequestParam(defaultValue = "50") @Parameter(description = "of each axis") int bins,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where)
            throws InterruptedException {
        DensityQuery query = new DensityQuery(x, y, bins, where);
        return analyses.of(id, query::of);
    }

    @GetMapping("/summary")
    @Operation(
            summary = "Count, mean, deviation, confidence interval, quantiles and histogram of outputs, in groups",
            description = "Quantiles are NumPy's, exact up to two million values in all; beyond, quantileError says"
                    + " how far their ranks may be off.")
    Summary summary(
            @PathVariable @Parameter(example = "1") long id,
            @RequestParam(required = false)
                    @Parameter(description = "outputs, joined by commas; all that are numbers if absent")
                    @Nullable
                    String output,
            @RequestParam(required = false)
                    @Parameter(
                            description = "parameters, or replicate, joined by commas; * for all that are swept, which"
                                    + " gives statistics over replicates; one group if absent")
                    @Nullable
                    String groupBy,
            @RequestParam(required = false)
                    @Parameter(description = Questions.ELEMENT + "; all for each element as a value of its own")
                    @Nullable
                    String element,
            @RequestParam(required = false) @Parameter(description = Questions.WHERE) @Nullable String where,
            @RequestParam(defaultValue = "20") @Parameter(description = "of histograms") int bins)
            throws InterruptedException {
        SummaryQuery query = new SummaryQuery(
                Requests.list("output", output), Requests.list("groupBy", groupBy), element, where, bins);
        return analyses.of(id, query::of);
    }
}
