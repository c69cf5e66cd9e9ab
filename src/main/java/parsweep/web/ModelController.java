package parsweep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parsweep.model.ModelCatalogue;
import parsweep.sweep.SweepException;
import parsweep.sweep.SweepException.Problem;

@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "What can be swept")
class ModelController {
    private final ModelCatalogue models;

    ModelController(ModelCatalogue models) {
        this.models = models;
    }

    @GetMapping
    @Operation(summary = "All models, with their parameters and outputs")
    List<ModelResponse> list() {
        return Stream.concat(
                        models.all().stream().map(model -> ModelResponse.of(model.description())),
                        Stream.of(ModelResponse.ofFormulas()))
                .sorted(Comparator.comparing(ModelResponse::name))
                .toList();
    }

    @GetMapping("/{name}")
    @Operation(summary = "One model: parameters with units, bounds and defaults; outputs")
    ModelResponse get(@PathVariable @Parameter(example = "wormlike-chain") String name) {
        return list().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SweepException(
                        Problem.NOT_FOUND,
                        "no model '%s' (expected: one of %s)"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                list().stream()
                                                        .map(ModelResponse::name)
                                                        .toList()))));
    }
}
