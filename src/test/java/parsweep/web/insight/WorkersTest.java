package parsweep.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Answers;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers are the same to the last bit, whoever computed which points and in what blocks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkersTest extends WithH2 {
    /** Sums of 1e8 and 1e-8 depend on their order unless they are exact; some points fail. */
    private static final String DEFINITION = """
            {"model": {"formula": {"y": "a < 0.01 ? nan : 1e8 * sin(a) + 1e-8 * b", "z": "b * c - a"}}, "maxParallelism": %d,
             "space": {"sample": {"method": "random", "count": 200000, "seed": 4, "parameters": {
               "a": {"uniform": [0, 100]}, "b": {"normal": [0, 1]}, "c": {"randint": [0, 5]}}}}}""";

    private static final String DESIGN = """
            {"model": {"formula": {"y": "a < 0.001 ? nan : 1e8 * sin(a) + 1e-8 * b"}}, "maxParallelism": %d,
             "space": {"sensitivity": {"method": "saltelli", "count": 16384, "parameters": {
               "a": {"uniform": [0, 1]}, "b": {"uniform": [0, 1]}}}}}""";

    private Answers byOne;
    private Answers byTwo;

    @BeforeAll
    void run() {
        byOne = Answers.to(service(), DEFINITION.formatted(1));
        byTwo = Answers.to(service(), DEFINITION.formatted(2));
    }

    private static JsonNode answer(Answers answers, String question, String... parameters) {
        ObjectNode answer = (ObjectNode) answers.get(question, parameters);
        answer.remove("sweep");
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "summary, output, y, where, z > 0",
        "summary, groupBy, c, output, y",
        "array, dims, 'a,c', output, y",
        "array, dims, c, output, y",
        "density, x, a, y, z",
        "best, output, y, k, 20",
        "pareto, outputs, 'y,z', directions, 'min,max'",
        "sensitivity, output, y, resamples, 50"
    })
    void theNumberOfWorkersDoesNotMatter(String question, String name, String value, String other, String otherValue) {
        JsonNode one = answer(byOne, question, name, value, other, otherValue);

        assertThat(answer(byTwo, question, name, value, other, otherValue)).isEqualTo(one);
        assertThat(one.toString()).hasSizeGreaterThan(100);
    }

    @Test
    void norDoesItForADesign() {
        JsonNode one = answer(Answers.to(service(), DESIGN.formatted(1)), "sensitivity");

        assertThat(answer(Answers.to(service(), DESIGN.formatted(2)), "sensitivity"))
                .isEqualTo(one);
        assertThat(one.get("dropped").longValue()).isPositive();
    }
}
