package parsweep.web.best;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Answers;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

class BestTest extends WithH2 {
    /** Schaffer's problem: f and g are at odds from x = 0 to x = 2; x = 5 fails. */
    private static final String SCHAFFER = """
            {"model": {"formula": {"f": "x == 5 ? nan : x^2", "g": "(x - 2)^2"}}, "replicates": 2,
             "space": {"grid": {"x": [5, 3, -1, 0, 1, 2, 2.5, 0.5]}}}""";

    @Test
    void theBestPointsComeFirst() {
        JsonNode best = Answers.to(service(), SCHAFFER)
                .get("best", "output", "f", "direction", "max", "k", "3", "where", "replicate == 1");

        assertThat(best.get("rows").get(0).toString())
                .isEqualTo(
                        "{\"index\":3,\"parameters\":{\"x\":3.0},\"replicate\":1,\"outputs\":{\"f\":9.0,\"g\":1.0}}");
        assertThat(best.get("rows")
                        .valueStream()
                        .map(row -> row.at("/parameters/x").doubleValue()))
                .containsExactly(3.0, 2.5, 2.0);
        assertThat(best.get("directions").toString()).isEqualTo("[\"max\"]");
    }

    @Test
    void theParetoFrontIsWhatNothingBeats() {
        Answers answers = Answers.to(service(), SCHAFFER);

        JsonNode both = answers.get("pareto", "outputs", "f,g");
        JsonNode opposed = answers.get("pareto", "outputs", "f,g", "directions", "max,min", "where", "replicate == 0");

        assertThat(both.get("rows")
                        .valueStream()
                        .map(row -> row.at("/parameters/x").doubleValue()))
                .containsExactly(0.0, 0.0, 0.5, 0.5, 1.0, 1.0, 2.0, 2.0);
        assertThat(both.get("rows").valueStream().map(row -> row.get("index").longValue()))
                .startsWith(6L, 7L);
        assertThat(opposed.get("rows")
                        .valueStream()
                        .map(row -> row.at("/parameters/x").doubleValue()))
                .containsExactly(3.0, 2.5, 2.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            best ~ k ~ 0 ~ output ~ f ~ k=0 (expected: a whole number from 1 to 1000)
            best ~ direction ~ up ~ output ~ f ~ direction=up (expected: one of min, max)
            best ~ output ~ h ~ k ~ 1 ~ output=h (expected: one of f, g)
            pareto ~ outputs ~ f ~ directions ~ min ~ outputs=f (expected: 2 to 6 outputs, joined by commas)
            pareto ~ outputs ~ f,g ~ directions ~ min ~ directions=min (expected: min or max for each of the 2 outputs, joined by commas)
            """)
    void whatCannotBeAnsweredIsNamed(String question, String a, String b, String c, String d, String detail) {
        assertThat(Answers.to(service(), SCHAFFER).problem(400, question, a, b, c, d))
                .isEqualTo(detail);
    }

    @Test
    void aFrontOfTooManyPointsIsRefused() {
        String problem = Answers.to(service(), """
                {"model": {"formula": {"f": "x", "g": "-x"}}, "space": {"grid": {"x": {"arange": [0, 10001]}}}}""").problem(422, "pareto", "outputs", "f,g");

        assertThat(problem)
                .isEqualTo("more than 10000 points in the front (expected: fewer, by fewer outputs or where)");
    }
}
