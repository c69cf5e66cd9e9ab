package parsweep.web.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.harness.Answers;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

class CompareTest extends WithH2 {
    private static final String GRID = "{\"grid\": {\"a\": [1, 2, 3], \"b\": [10, 20]}}";

    private Answers formula(String formula, String space) {
        return Answers.to(
                service(), "{\"model\": {\"formula\": {\"y\": \"%s\"}}, \"space\": %s}".formatted(formula, space));
    }

    private static JsonNode compare(Answers first, Answers second, String... more) {
        String[] parameters = new String[2 + more.length];
        parameters[0] = "with";
        parameters[1] = Long.toString(second.sweep());
        System.arraycopy(more, 0, parameters, 2, more.length);
        return first.get("compare", parameters);
    }

    @Test
    void equalFingerprintsSayItAll() {
        JsonNode comparison = compare(formula("a * b", GRID), formula("a * b", GRID));

        assertThat(comparison.get("identical").booleanValue()).isTrue();
        assertThat(comparison.get("alignedBy").stringValue()).isEqualTo("fingerprint");
        assertThat(comparison.get("common").longValue()).isEqualTo(6);
        assertThat(comparison.get("definition").size()).isZero();
    }

    @Test
    void aChangedModelShowsWhereItDiffersMost() {
        JsonNode comparison = compare(
                formula("a == 3 ? nan : a * b", GRID), formula("a * b + (a == 2 and b == 10 ? 1 : 0.0001)", GRID));

        assertThat(comparison.get("identical").booleanValue()).isFalse();
        assertThat(comparison.get("alignedBy").stringValue()).isEqualTo("index");
        assertThat(comparison.get("common").longValue()).isEqualTo(6);
        assertThat(comparison.get("statusDiffers").longValue()).isEqualTo(2);
        assertThat(comparison.at("/definition/0/field").stringValue()).isEqualTo("model");
        assertThat(comparison.at("/definition/0/with").stringValue()).contains("0.0001");
        JsonNode y = comparison.at("/outputs/0");
        assertThat(y.get("compared").longValue()).isEqualTo(4);
        assertThat(y.get("different").longValue()).isEqualTo(4);
        assertThat(y.get("largestAbsolute").toString())
                .isEqualTo("{\"difference\":1.0,\"sweep\":20.0,\"with\":21.0,\"element\":null,\"index\":2,"
                        + "\"indexInWith\":2,\"parameters\":{\"a\":2.0,\"b\":10.0},\"replicate\":0}");
        assertThat(y.at("/largestRelative/difference").doubleValue()).isEqualTo(1.0 / 21);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1e-6, 4", "1e-4, 1", "0.1, 0"})
    void theToleranceIsRelative(String tolerance, long different) {
        String sameSpace = "{\"grid\": {\"a\": [1, 2], \"b\": [10, 20]}}";

        JsonNode comparison = compare(
                formula("a * b", sameSpace),
                formula("a * b * (a == 2 and b == 20 ? 1.01 : 1.00001)", sameSpace),
                "tolerance",
                tolerance);

        assertThat(comparison.at("/outputs/0/different").longValue()).isEqualTo(different);
    }

    @Test
    void pointsInAnotherOrderAreMatchedByTheirParameters() {
        Answers first = formula("a * b", GRID);
        Answers second = formula("b * a + (a == 1 ? b : 0)", "{\"grid\": {\"b\": [30, 20], \"a\": [4, 3, 2, 1]}}");

        for (boolean forth : new boolean[] {true, false}) {
            JsonNode comparison = forth ? compare(first, second) : compare(second, first);

            assertThat(comparison.get("alignedBy").stringValue()).isEqualTo("parameters");
            assertThat(comparison.get("common").longValue()).isEqualTo(3); // b = 20, a = 1, 2, 3
            assertThat(comparison.get("onlyInSweep").longValue()).isEqualTo(forth ? 3 : 5);
            assertThat(comparison.get("onlyInWith").longValue()).isEqualTo(forth ? 5 : 3);
            JsonNode largest = comparison.at("/outputs/0/largestAbsolute");
            assertThat(largest.get("difference").doubleValue()).isEqualTo(20);
            assertThat(largest.get(forth ? "sweep" : "with").doubleValue()).isEqualTo(20);
            assertThat(largest.get(forth ? "index" : "indexInWith").longValue()).isEqualTo(1);
            assertThat(largest.get(forth ? "indexInWith" : "index").longValue()).isEqualTo(7);
            assertThat(largest.get("parameters").toString())
                    .contains("\"a\":1.0")
                    .contains("\"b\":20.0");
        }
    }

    @Test
    void anExtendedSweepHasPointsOfItsOwn() {
        JsonNode comparison = compare(
                formula("a", "{\"grid\": {\"a\": [1, 2]}}"), formula("a", "{\"grid\": {\"a\": [1, 2, 3, 4, 5]}}"));

        assertThat(comparison.get("alignedBy").stringValue()).isEqualTo("index");
        assertThat(comparison.get("common").longValue()).isEqualTo(2);
        assertThat(comparison.get("onlyInSweep").longValue()).isZero();
        assertThat(comparison.get("onlyInWith").longValue()).isEqualTo(3);
        assertThat(comparison.at("/outputs/0/largestAbsolute").isNull()).isTrue();
    }

    @Test
    void arraysAreComparedElementByElement() {
        String definition = """
                {"model": "linear-series", "fixed": {"n": 5, "param2": %d}, "space": {"grid": {"param1": [1, 2]}}}""";

        JsonNode comparison =
                compare(Answers.to(service(), definition.formatted(2)), Answers.to(service(), definition.formatted(3)));

        JsonNode series = comparison.at("/outputs/0");
        assertThat(series.get("compared").longValue()).isEqualTo(10);
        assertThat(series.get("different").longValue()).isEqualTo(2);
        assertThat(series.at("/largestAbsolute/difference").doubleValue()).isCloseTo(5, within(0.0));
        assertThat(series.at("/largestAbsolute/element").intValue()).isZero();
    }

    @Test
    void pointsThatStandTwiceAreMatchedTwice() {
        JsonNode comparison = compare(
                formula("a", "{\"points\": [{\"a\": 1}, {\"a\": 1}, {\"a\": 2}]}"),
                formula("a", "{\"points\": [{\"a\": 2}, {\"a\": 1}, {\"a\": 1}, {\"a\": 1}]}"));

        assertThat(comparison.get("common").longValue()).isEqualTo(3);
        assertThat(comparison.get("onlyInSweep").longValue()).isZero();
        assertThat(comparison.get("onlyInWith").longValue()).isEqualTo(1);
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        Answers sweep = formula("a", "{\"grid\": {\"a\": [1]}}");
        String many = "{\"grid\": {\"a\": {\"linspace\": [%d, 2, 800000]}}}";

        assertThat(sweep.problem(404, "compare", "with", "999999")).isEqualTo("no sweep 999999");
        assertThat(sweep.problem(400, "compare", "with", "1", "tolerance", "-1"))
                .isEqualTo("tolerance=-1.0 (expected: a number from 0, such as 1e-9)");
        Answers first = formula("a", many.formatted(0));
        Answers second = formula("a", many.formatted(1));
        assertThat(first.problem(422, "compare", "with", Long.toString(second.sweep())))
                .isEqualTo("the points of the sweeps stand in different orders, and the smaller one has 800000"
                        + " (expected: at most 699050)");
    }
}
