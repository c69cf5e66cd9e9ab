package parsweep.sweep.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.json.InvalidDefinition;

class FaultyDefinitionTest {
    /** Space enough for any path, value and expectation that a person wrote, and little enough to be read. */
    private static final int READABLE = 2000;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "faults.txt", delimiter = '~', quoteCharacter = '`')
    void namesThePathTheValueAndTheExpectation(String json, @Nullable String path, String value, String expected) {
        String place = path == null ? "" : path;

        InvalidDefinition fault = fault(json);

        assertThat(fault.path()).isEqualTo(place);
        assertThat(fault.value()).contains(value);
        assertThat(fault.expected()).contains(expected);
        assertThat(fault)
                .hasMessageStartingWith((place.isEmpty() ? "definition" : place) + ": ")
                .hasMessageContaining(value)
                .hasMessageContaining("(expected: ")
                .hasMessageContaining(expected);
    }

    private static InvalidDefinition fault(String json) {
        return catchThrowableOfType(InvalidDefinition.class, () -> Definitions.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"union", "product"})
    void spacesNestTwentyDeepAndNoDeeper(String form) {
        UnaryOperator<String> wrap = space -> "{\"%s\": [%s]}".formatted(form, space);
        String deepest = Stream.iterate("{\"grid\": {\"x\": [1, 2]}}", wrap)
                .skip(19)
                .findFirst()
                .orElseThrow();

        assertThat(Definitions.space(deepest).plan().size()).isEqualTo(2);
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() -> Definitions.space(wrap.apply(deepest)))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("space" + ("." + form + "[0]").repeat(20)))
                .withMessageContaining("spaces nested at most 20 deep");
    }

    @ParameterizedTest
    @CsvSource({"sobol, 1000", "halton, 100"})
    void aSequenceTakesSoManyParametersAndNoMore(String method, int max) {
        assertThat(Definitions.read(sample(method, max)).plan().size()).isEqualTo(8);
        assertThat(fault(sample(method, max + 1)))
                .hasMessage(
                        "space.sample.parameters: %d parameters (expected: at most %d for %s)", max + 1, max, method);
    }

    private static String sample(String method, int parameters) {
        return "{\"model\": \"wide\", \"space\": {\"sample\": {\"method\": \"%s\", \"count\": 8, \"parameters\": {%s}}}}"
                .formatted(
                        method,
                        IntStream.rangeClosed(1, parameters)
                                .mapToObj("\"p%d\": {\"uniform\": [0, 1]}"::formatted)
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void aNameOfTwoHundredCharactersIsAcceptedAndALongerOneCut() {
        String json = "{\"model\": \"toy\", \"space\": {\"grid\": {\"x\": [1]}}, \"name\": \"%s\"}";

        assertThat(Definitions.read(json.formatted("n".repeat(200))).name()).hasSize(200);
        InvalidDefinition fault = fault(json.formatted("n".repeat(201)));
        assertThat(fault.path()).isEqualTo("name");
        assertThat(fault.value()).startsWith("\"nnn").endsWith("n…").hasSize(120);
        assertThat(fault.expected()).isEqualTo("a text of 1 to 200 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"model": "toy", "space": {"grid": {"x": [1, %s]}}} ~ space.grid.x[1] ~ a finite number
            {"model": "toy", "space": {"grid": {"x": {"linspace": [0, 1, %s]}}}} ~ space.grid.x.linspace[2] ~ a whole number from 0 to 9007199254740992
            {"model": "toy", "space": {"grid": {"x": [1]}}, "seed": %s} ~ seed ~ a whole number from 0 to 9007199254740992
            """)
    void aWholeNumberBeyondTheRangeOfADoubleIsRefused(String json, String path, String expected) {
        InvalidDefinition fault = fault(json.formatted("1" + "0".repeat(400)));

        assertThat(fault.path()).isEqualTo(path);
        assertThat(fault.value()).startsWith("1000000");
        assertThat(fault.expected()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"%s\", \"space\": {\"grid\": {\"x\": [1]}}}",
                "{\"model\": \"toy\", \"space\": \"%s\"}",
                "{\"model\": \"toy\", \"space\": {\"csv\": \"%s\"}}",
                "{\"model\": \"toy\", \"space\": {\"grid\": {\"x\": [\"%s\"]}}}",
                "{\"model\": \"toy\", \"space\": {\"points\": [{\"x\": \"%s\"}]}}",
                "{\"model\": \"toy\", \"space\": {\"grid\": {\"x\": [1]}}, \"%s\": 1}",
                "{\"model\": \"toy\", \"space\": {\"grid\": {\"%s\": [1]}}}",
                "{\"model\": \"toy\", \"space\": {\"points\": [{\"x\": 1, \"%s\": 1}]}}",
                "{\"model\": \"toy\", \"space\": {\"points\": [{\"%s\": 1}, {}]}}",
                "{\"model\": \"toy\", \"space\": {\"csv\": \"%s\\n1\"}}",
            })
    void aFaultIsReadableHoweverLongTheValuesAndNamesAre(String json) {
        assertThat(fault(json.formatted("n".repeat(40_000))))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(READABLE));
    }
}
