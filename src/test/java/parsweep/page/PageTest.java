package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do on the page. */
class PageTest extends WithBrowser {
    @Test
    void aSweepIsSubmittedByTheFormWatchedReadOffTheMapAndDownloaded() throws IOException {
        browser().open("#/new");
        browser().choose("[data-path=model]", "formula");
        browser().type("[data-path='model.formula.y']", "a + 1000 * b");
        browser().type("[data-path=name]", "by the form");
        browser().awaitText(".estimate", "303 points");
        browser().press("Submit");
        browser().awaitText(".state", "Completed");

        browser()
                .await(
                        "the map",
                        () -> browser().all(".plot .over:not([hidden])").isEmpty());
        browser().awaitText(".plot-note", "303 points"); // nothing is drawn again after that
        browser().await("the tooltip", () -> {
            browser().hover(browser().one("h1")); // a mouse that stands still says nothing
            browser().hover(browser().one(".plot canvas"));
            return browser().all(".tip").stream().anyMatch(tip -> !tip.getText().isBlank());
        });
        List<Double> numbers = numbers(browser().one(".tip").getText());
        browser().press("Results");
        browser().one("a[href$='results.csv']").click();
        Path file = downloads()
                .resolve("sweep-%s.csv".formatted(browser().address().replaceAll(".*/sweeps/(\\d+).*", "$1")));
        browser().await("the download", () -> Files.exists(file));

        assertThat(numbers).hasSize(4); // a, b, y, the number of points
        assertThat(numbers.get(2)).isCloseTo(numbers.get(0) + 1000 * numbers.get(1), within(1e-3));
        assertThat(Files.readAllLines(file)).hasSize(1 + 303);
    }

    /** Names are single letters. */
    private static List<Double> numbers(String text) {
        return Pattern.compile("-?\\d[\\d,.]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> Double.valueOf(number.replace(",", "")))
                .toList();
    }

    @Test
    void aFaultIsShownAtItsField() {
        browser().open("#/new?model=square");
        String number = "[data-path='space.grid.x.linspace[2]']";
        browser().type(number, "-2");

        browser().awaitText(".field:has(" + number + ") .error", "expected a whole number from 0");
        assertThat(browser().one(number).getDomAttribute("aria-invalid")).isEqualTo("true");

        browser().type(number, "4");
        browser().awaitText(".estimate", "4 points");
        assertThat(browser().all(".error:not(:empty)")).isEmpty();
        assertThat(browser().errors()).allMatch(error -> error.contains("status of 400")); // the answer to the fault
    }

    @Test
    void theFormFollowsTheJson() {
        browser().open("#/new?model=square");
        browser().type("textarea.json", "{\"model\": \"square\", \"space\": {\"zip\": {\"x\": [1, 2, 5]}}}");

        browser()
                .await(
                        "the form",
                        () -> "1, 2, 5"
                                .equals(
                                        browser()
                                                .run(
                                                        "return document.querySelector('[data-path=\"space.zip.x\"]:is(input)')?.value")));
        browser().awaitText(".estimate", "3 points");
    }

    @Test
    void aSweepIsPausedAndGoesOn() {
        CountDownLatch open = new CountDownLatch(1);
        lab().setExperiment((x, point) -> {
            if (x >= 2) {
                open.await();
            }
        });
        long id = service()
                .start(
                        "{\"name\": \"held\", \"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 500]}}}}");
        browser().open("#/sweeps?q=held");

        browser().awaitText(".state", "Running");
        browser().press("Pause");
        browser().awaitText(".state", "Paused");
        open.countDown();
        browser().press("Resume");
        browser().awaitText(".state", "Completed");

        assertThat(service().status(id).at("/progress/done").longValue()).isEqualTo(500);
    }

    @Test
    void deletingAsksFirst() {
        long id = service()
                .run("{\"name\": \"doomed\", \"model\": \"square\", \"space\": {\"grid\": {\"x\": [1]}}}")
                .get("id")
                .longValue();
        browser().open("#/sweeps?q=doomed");

        browser().press("Delete");
        browser().press("Keep it as it is");
        assertThat(service().status(id).get("state").stringValue()).isEqualTo("COMPLETED");
        browser().press("Delete");
        browser().press("Delete it");
        browser().awaitText("h2", "No sweep is like that");
    }

    @Test
    void theListShowsASweepThatSomebodyElseSubmits() {
        browser().open("#/sweeps?q=elsewhere");
        browser().awaitText("h2", "No sweep is like that");

        service().run("{\"name\": \"elsewhere\", \"model\": \"square\", \"space\": {\"grid\": {\"x\": [1]}}}");

        browser().awaitText(".list .title", "elsewhere");
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        String name = "<img src=x onerror=alert(1)><b>bold</b>";
        service().run("{\"name\": \"%s\", \"model\": \"square\", \"space\": {\"grid\": {\"x\": [1]}}}".formatted(name));

        browser().open("#/sweeps?q=onerror");

        assertThat(browser().one(".list .title").getText()).isEqualTo(name);
        assertThat(browser().all("main b, main img")).isEmpty();
    }

    @Test
    void aStringBecomesNoHtmlEvenIfSomebodyTries() {
        browser().open("#/models");

        Object refused = browser()
                .run(
                        "try { document.createElement('div').innerHTML = '<b>x</b>'; return false; } catch { return true; }");

        assertThat(refused).isEqualTo(true);
        assertThat(browser().errors()).isEmpty();
    }

    @Test
    void aMillionPointsComeInAFewThousandMarks() {
        long id = service().run("""
                {"name": "million", "model": {"formula": {"s": "sin(a) * cos(b)"}},
                 "space": {"grid": {"a": {"linspace": [0, 9, 1000]}, "b": {"linspace": [0, 9, 1000]}}}}""").get("id").longValue();
        browser().open("#/sweeps/" + id);

        browser().awaitText(".plot-note", "1,000,000 points");

        // All answers together; a byte per point would be more.
        Object bytes = browser().run("""
                return performance.getEntriesByType("resource").filter(one => one.name.includes("/api/"))
                  .reduce((sum, one) => sum + one.decodedBodySize, 0)""");
        assertThat(((Number) bytes).longValue()).isBetween(10_000L, 700_000L);
    }

    @Test
    void failuresAreGroupedWithTheParametersOfTheirPoints() {
        browser().open("#/sweeps/" + plane() + "?tab=failures");

        browser().awaitText(".what", "'w' is not finite");
        browser().press("The first of them, with their parameters");

        browser().awaitText(".group td", "Run this point again");
    }
}
