package parsweep.web.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parsweep.harness.Answers;
import parsweep.web.WithH2;
import tools.jackson.databind.JsonNode;

class SummaryTest extends WithH2 {
    private static final String DICE = """
            {"model": {"formula": {"y": "(7919 * x + 3 * g) % 101", "z": "g == 2 and x < 3 ? nan : x"}},
             "space": {"grid": {"g": [3, 2], "x": {"arange": [0, 50]}}}}""";

    @Test
    void groupsAreSummarised() {
        JsonNode summary = Answers.to(service(), DICE).get("summary", "output", "y", "groupBy", "g", "bins", "4");

        assertThat(summary.get("groupBy").toString()).isEqualTo("[\"g\"]");
        assertThat(summary.get("groups").size()).isEqualTo(2);
        assertThat(summary.at("/groups/0/key").toString()).isEqualTo("{\"g\":3.0}");
        JsonNode y = summary.at("/groups/1/outputs/0"); // NumPy and SciPy of [(7919*x + 6) % 101 for x in range(3, 50)]
        assertThat(y.get("name").stringValue()).isEqualTo("y");
        assertThat(y.get("count").longValue()).isEqualTo(47);
        assertThat(y.get("failed").longValue()).isEqualTo(3);
        assertThat(y.get("mean").doubleValue()).isCloseTo(51.255319148936174, within(1e-12));
        assertThat(y.get("standardDeviation").doubleValue()).isCloseTo(29.442994357635495, within(1e-12));
        assertThat(y.get("standardError").doubleValue()).isCloseTo(4.294702121649059, within(1e-12));
        assertThat(y.at("/confidenceInterval/0").doubleValue()).isCloseTo(42.610532149598846, within(1e-10));
        assertThat(y.at("/confidenceInterval/1").doubleValue()).isCloseTo(59.9001061482735, within(1e-10));
        assertThat(y.get("quantiles").toString())
                .isEqualTo("{\"0.05\":8.3,\"0.25\":27.5,\"0.5\":52.0,\"0.75\":74.5,\"0.95\":95.39999999999999}");
        assertThat(y.get("histogram").toString())
                .isEqualTo("{\"edges\":[2.0,26.5,51.0,75.5,100.0],\"counts\":[11,12,13,11]}");
        assertThat(y.get("quantileError").doubleValue()).isZero();
    }

    @Test
    void withoutGroupsThereIsOne() {
        JsonNode summary = Answers.to(service(), DICE).get("summary");

        assertThat(summary.at("/groups/0/key").toString()).isEqualTo("{}");
        assertThat(summary.at("/groups/0/outputs").size()).isEqualTo(2);
        assertThat(summary.at("/groups/0/outputs/1/count").longValue()).isEqualTo(97);
        assertThat(summary.at("/groups/0/outputs/1/failed").longValue()).isEqualTo(3);
    }

    @Test
    void replicatesAreGroupedByAllThatIsSwept() {
        JsonNode summary = Answers.to(service(), """
                {"model": "black-scholes-monte-carlo", "replicates": 5, "fixed": {"paths": 100},
                 "space": {"grid": {"spot": [90, 110]}}}""").get("summary", "groupBy", "*", "output", "price");

        assertThat(summary.get("groups").size()).isEqualTo(2);
        assertThat(summary.at("/groups/1/key").toString()).isEqualTo("{\"spot\":110.0}");
        assertThat(summary.at("/groups/1/outputs/0/count").longValue()).isEqualTo(5);
        assertThat(summary.at("/groups/1/outputs/0/standardError").doubleValue())
                .isPositive();
    }

    @Test
    void allElementsOfArraysAreValues() {
        JsonNode x = Answers.to(service(), """
                {"model": "linear-series", "fixed": {"n": 4, "param2": 0}, "space": {"grid": {"param1": [1, 10]}}}""")
                .get("summary", "element", "all", "bins", "3")
                .at("/groups/0/outputs/0");

        assertThat(x.get("name").stringValue()).isEqualTo("series.all"); // 0, 1, 2, 3 and 0, 10, 20, 30
        assertThat(x.get("count").longValue()).isEqualTo(8);
        assertThat(x.get("mean").doubleValue()).isEqualTo(66 / 8.0);
        assertThat(x.get("histogram").toString()).isEqualTo("{\"edges\":[0.0,10.0,20.0,30.0],\"counts\":[5,1,2]}");
    }

    @Test
    void whatDoesNotExistIsNull() {
        JsonNode outputs =
                Answers.to(service(), """
                {"model": "square", "space": {"grid": {"x": [3]}}}""").get("summary", "where", "x > 1").at("/groups/0/outputs/0");

        assertThat(outputs.get("mean").doubleValue()).isEqualTo(9);
        assertThat(outputs.get("standardDeviation").isNull()).isTrue();
        assertThat(outputs.get("confidenceInterval").isNull()).isTrue();
        assertThat(outputs.at("/quantiles/0.5").doubleValue()).isEqualTo(9);
        assertThat(outputs.get("histogram").get("edges").get(0).doubleValue()).isEqualTo(8.5);
    }

    @Test
    void tooManyGroupsAreRefused() {
        String problem = Answers.to(service(), """
                {"model": "square", "space": {"grid": {"x": {"arange": [0, 10001]}}}}""").problem(422, "summary", "groupBy", "x", "bins", "1");

        assertThat(problem).startsWith("more than 10000 groups of 1 outputs with 1 bins (expected: ");
    }
}
