package parsweep.sweep.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.exec.Plan;
import parsweep.model.Output;

class SoundDefinitionTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "spaces.txt", delimiter = '~', quoteCharacter = '`')
    void aSpaceHasThatManyPointsAndThoseAtItsEnds(String space, long size, String first, String last) {
        SweepDefinition definition = Definitions.space(space);

        assertThat(definition.plan().size()).isEqualTo(size);
        assertThat(Definitions.point(definition, 0)).isEqualTo(first);
        assertThat(Definitions.point(definition, size - 1)).isEqualTo(last);
    }

    /** Workers read what was stored, not what was sent. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "spaces.txt", delimiter = '~', quoteCharacter = '`')
    void aDefinitionReadAgainFromItsOwnJsonHasTheSamePoints(String space, long size, String first, String last) {
        SweepDefinition again = Definitions.read(Definitions.space(space).json());

        assertThat(again.plan().size()).isEqualTo(size);
        assertThat(Definitions.point(again, 0)).isEqualTo(first);
        assertThat(Definitions.point(again, size - 1)).isEqualTo(last);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        SweepDefinition definition = Definitions.space("{\"grid\": {\"x\": [1.5]}}");

        Plan plan = definition.plan();
        assertThat(definition.name()).isEmpty();
        assertThat(plan.model().description().name()).isEqualTo("toy");
        assertThat(plan.replicates()).isEqualTo(1);
        assertThat(plan.seed()).isZero();
        assertThat(plan.policy().timeout()).isNull();
        assertThat(definition.share()).isEqualTo(new Share(1, Integer.MAX_VALUE));
        assertThat(Definitions.all(definition, 0)).isEqualTo(List.of(1.5, 0.5, 7L, 0L, "fast", "", true));
    }

    @Test
    void nullIsAsGoodAsNothing() {
        SweepDefinition definition = Definitions.read("""
                {"model": "toy", "space": {"grid": {"x": [1]}}, "name": null, "fixed": null, "replicates": null,
                 "seed": null, "priority": null, "maxParallelism": null, "pointTimeout": null}""");

        assertThat(definition.name()).isEmpty();
        assertThat(definition.plan().size()).isEqualTo(1);
        assertThat(definition.plan().policy().timeout()).isNull();
        assertThat(definition.share()).isEqualTo(new Share(1, Integer.MAX_VALUE));
    }

    @Test
    void whatIsGivenIsKept() {
        SweepDefinition definition = Definitions.read("""
                {"model": "toy", "name": "a name", "space": {"grid": {"x": [1, 2], "mode": ["fast", "exact"]}},
                 "fixed": {"rate": 10, "n": 100, "id": -3, "label": "of all", "on": false},
                 "replicates": 3, "seed": 9007199254740992, "priority": 0.01, "maxParallelism": 1, "pointTimeout": "2m"}""");

        Plan plan = definition.plan();
        assertThat(definition.name()).isEqualTo("a name");
        assertThat(plan.size()).isEqualTo(12);
        assertThat(plan.seed()).isEqualTo(9007199254740992L);
        assertThat(plan.policy().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(definition.share()).isEqualTo(new Share(0.01, 1));
        assertThat(Definitions.all(definition, 0)).isEqualTo(List.of(1.0, 10.0, 100L, -3L, "fast", "of all", false));
        assertThat(Definitions.all(definition, 11)).isEqualTo(List.of(2.0, 10.0, 100L, -3L, "exact", "of all", false));
    }

    @Test
    void aModelOfFormulasIsReadAgainWithItsExtensions() {
        String json = """
                {"model": {"formula": {"z": "b * a", "y": "z + c"}}, "space": {"grid": {"a": [1, 2], "b": [3]}}, "fixed": {"c": 5}}""";
        SweepDefinition definition = Definitions.read(json);

        SweepDefinition extended =
                Definitions.extend(definition.json(), "{\"space\": {\"grid\": {\"a\": [7], \"b\": [8]}}}");

        assertThat(definition.plan().model().description().outputs())
                .extracting(Output::name)
                .containsExactly("z", "y");
        assertThat(Definitions.all(definition, 1)).isEqualTo(List.of(3.0, 2.0, 5.0));
        assertThat(Definitions.all(extended, 2)).isEqualTo(List.of(8.0, 7.0, 5.0));
        assertThat(extended.plan().model().description())
                .isEqualTo(definition.plan().model().description());
    }

    @Test
    void replicatesAreTheInnermostIndex() {
        SweepDefinition definition =
                Definitions.read("{\"model\": \"toy\", \"space\": {\"grid\": {\"x\": [1, 2]}}, \"replicates\": 2}");

        assertThat(List.of(
                        Definitions.point(definition, 0),
                        Definitions.point(definition, 1),
                        Definitions.point(definition, 2),
                        Definitions.point(definition, 3)))
                .containsExactly("x=1.0", "x=1.0", "x=2.0", "x=2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.001s, PT0.001S",
        "1.5s, PT1.5S",
        "2m, PT2M",
        "1h, PT1H",
        "1h30m, PT1H30M",
        "PT1.5S, PT1.5S",
        "P1D, PT24H",
    })
    void aTimeoutMayBeWrittenInManyWays(String text, Duration timeout) {
        SweepDefinition definition = Definitions.read(
                "{\"model\": \"toy\", \"space\": {\"grid\": {\"x\": [1]}}, \"pointTimeout\": \"%s\"}".formatted(text));

        assertThat(definition.plan().policy().timeout()).isEqualTo(timeout);
    }
}
