package parsweep.web.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Answers;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

class ArrayTest extends WithH2 {
    /** y is 10 a + b + c, and fails where a is 2 and b is 5. */
    private static final String GRID = """
            {"model": {"formula": {"y": "a == 2 and b == 5 ? nan : 10*a + b + c", "z": "-a"}},
             "space": {"grid": {"a": [2, 1], "b": [5, 6, 7], "c": [0, 1, 8]}}}""";

    @Test
    void aGridIsAnArrayWithLabels() {
        JsonNode array = Answers.to(service(), GRID).get("array", "dims", "a,b", "output", "y");

        assertThat(array.get("dims").toString())
                .isEqualTo("[{\"name\":\"a\",\"unit\":\"\",\"kind\":\"values\",\"values\":[1.0,2.0]},"
                        + "{\"name\":\"b\",\"unit\":\"\",\"kind\":\"values\",\"values\":[5.0,6.0,7.0]}]");
        assertThat(array.get("shape").toString()).isEqualTo("[2,3]");
        assertThat(Answers.numbers(array.get("data"))).containsExactly(18, 19, 20, Double.NaN, 29, 30);
        assertThat(array.get("data").get(3).isNull()).isTrue();
        assertThat(array.get("counts").toString()).isEqualTo("[3,3,3,0,3,3]");
        assertThat(array.get("points").longValue()).isEqualTo(15);
        assertThat(array.get("failed").longValue()).isEqualTo(3);
        assertThat(array.get("reduce").stringValue()).isEqualTo("mean");
        assertThat(array.get("element").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mean, 19",
        "median, 17",
        "min, 15",
        "max, 25",
        "sum, 171",
        "count, 9",
        "std, 3.872983346207417" // numpy.std([15, 16, 23, 16, 17, 24, 17, 18, 25], ddof=1)
    })
    void cellsAreReduced(String reduce, double expected) {
        JsonNode array = Answers.to(service(), GRID).get("array", "dims", "a", "output", "y", "reduce", reduce);

        assertThat(Answers.numbers(array.get("data"))[0]).isCloseTo(expected, within(1e-14 * expected));
    }

    @Test
    void conditionsSelectPoints() {
        Answers answers = Answers.to(service(), GRID);

        JsonNode byParameter = answers.get("array", "dims", "b", "output", "y", "where", "a == 2 and c < 5");
        JsonNode byOutput = answers.get("array", "dims", "b", "output", "y", "where", "not (y > 16)");

        assertThat(Answers.numbers(byParameter.get("data"))).containsExactly(Double.NaN, 26.5, 27.5);
        assertThat(byParameter.get("failed").longValue()).isEqualTo(2);
        assertThat(Answers.numbers(byOutput.get("data"))).containsExactly(15.5, 16);
        assertThat(byOutput.get("failed").longValue())
                .as("y is NaN, and so not > 16")
                .isEqualTo(3);
    }

    @Test
    void manyValuesAreBinned() {
        JsonNode array = Answers.to(service(), """
                {"model": "square", "space": {"grid": {"x": {"arange": [0, 1000]}}}}""").get("array", "dims", "x", "reduce", "count", "bins", "4");

        assertThat(array.at("/dims/0/kind").stringValue()).isEqualTo("bins");
        assertThat(array.at("/dims/0/edges").toString()).isEqualTo("[0.0,249.75,499.5,749.25,999.0]");
        assertThat(Answers.numbers(array.get("data"))).containsExactly(250, 250, 250, 250);
    }

    @Test
    void arraysAreReducedByElement() {
        Answers answers = Answers.to(service(), """
                {"model": "linear-series", "fixed": {"n": 4},
                 "space": {"zip": {"param1": [1, 2], "param2": [0, 1]}}}""");

        // param1 * ctr - param2^2 over ctr = 0, 1, 2, 3
        assertThat(Answers.numbers(answers.get("array", "dims", "param1").get("data")))
                .containsExactly(1.5, 2);
        assertThat(Answers.numbers(answers.get("array", "dims", "param1", "element", "last")
                        .get("data")))
                .containsExactly(3, 5);
        assertThat(Answers.numbers(answers.get("array", "dims", "param1", "output", "series.2")
                        .get("data")))
                .containsExactly(2, 3);
        JsonNode beyond = answers.get("array", "dims", "param1", "element", "4");
        assertThat(Answers.numbers(beyond.get("data"))).containsOnly(Double.NaN);
        assertThat(beyond.get("element").stringValue()).isEqualTo("4");
        assertThat(beyond.get("points").longValue()).isZero();
    }

    @Test
    void densitiesCountPoints() {
        JsonNode density = Answers.to(service(), GRID).get("density", "x", "b", "y", "z", "bins", "2");

        assertThat(density.at("/x/edges").toString()).isEqualTo("[5.0,6.0,7.0]");
        assertThat(density.at("/y/edges").toString()).isEqualTo("[-2.0,-1.5,-1.0]");
        assertThat(density.get("counts").toString()).isEqualTo("[0,3,6,6]");
        assertThat(density.get("points").longValue()).isEqualTo(15);
        assertThat(density.get("failed").longValue()).isEqualTo(3);
        assertThat(density.get("outside").longValue()).isZero();
    }

    @Test
    void aSweepWithoutResultsHasNone() {
        Answers answers = Answers.to(service(), """
                {"model": {"formula": {"y": "x / 0"}}, "space": {"grid": {"x": [1, 2]}}}""");

        assertThat(answers.get("array", "dims", "x").get("data").toString()).isEqualTo("[null,null]");
        assertThat(answers.get("density", "x", "x", "y", "y").get("shape").toString())
                .isEqualTo("[0,0]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            array ~ dims ~ ~ 400 ~ dims= (expected: 1 to 8 parameters)
            array ~ dims ~ a,a ~ 400 ~ dims=a,a (expected: different names, joined by commas)
            array ~ dims ~ d ~ 400 ~ dims=d (expected: replicate, or one of the parameters a, b, c)
            array ~ output ~ x ~ 400 ~ output=x (expected: one of y, z)
            array ~ output ~ y.mean ~ 400 ~ output=y.mean (expected: one of y, z)
            array ~ output ~ ~ 400 ~ output= (expected: one of y, z)
            array ~ reduce ~ mode ~ 400 ~ reduce=mode (expected: one of mean, median, min, max, std, sum, count)
            array ~ bins ~ 0 ~ 400 ~ bins=0 (expected: a whole number from 1 to 4096)
            array ~ where ~ a < ~ 400 ~ where=a <: column 4: the end (expected: a number, a name, a function, a sign, not, or ()
            array ~ where ~ 1 + q ~ 400 ~ where=1 + q: column 5: 'q' (expected: one of index, replicate, seed, seconds, a, b, c, y, z)
            density ~ x ~ w ~ 400 ~ x=w (expected: index, replicate, or a parameter or output that is a number: a, b, c, y, z)
            density ~ bins ~ 513 ~ 400 ~ bins=513 (expected: a whole number from 1 to 512)
            """)
    void whatCannotBeAnsweredIsNamed(String question, String parameter, String value, int status, String detail) {
        Answers answers = Answers.to(service(), GRID);
        String text = value == null ? "" : value;

        String problem = question.equals("array")
                ? answers.problem(status, "array", with(parameter, text, "dims", "a", "output", "y"))
                : answers.problem(status, "density", with(parameter, text, "x", "a", "y", "y"));

        assertThat(problem).isEqualTo(detail);
    }

    private static String[] with(String parameter, String value, String... others) {
        String[] all = new String[others.length + 2];
        System.arraycopy(others, 0, all, 0, others.length);
        all[others.length] = parameter;
        all[others.length + 1] = value;
        for (int i = 0; i < others.length; i += 2) {
            if (others[i].equals(parameter)) {
                all[i + 1] = value;
                return Arrays.copyOf(all, others.length);
            }
        }
        return all;
    }

    @Test
    void tooManyCellsAreRefused() {
        String problem = Answers.to(service(), """
                {"model": {"formula": {"y": "a + b"}},
                 "space": {"zip": {"a": {"arange": [0, 600]}, "b": {"arange": [0, 600]}}}}""").problem(422, "array", "dims", "a,b", "bins", "600");

        assertThat(problem).isEqualTo("more than 262144 cells (expected: fewer dims or bins)");
    }
}
