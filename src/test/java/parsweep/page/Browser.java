package parsweep.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, as somebody uses it who looks at the page. */
final class Browser implements AutoCloseable {
    static final String MISSING =
            "the page, parsweep.page: chromium and chromedriver are not both on the PATH (Debian: chromium-driver)";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AXE = axe();

    private final ChromeDriver driver;
    private final String base;

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /**
     * Starts one; empty if there is none on this machine.
     *
     * @param base address of the service
     * @param downloads where it puts what it downloads
     */
    static Optional<Browser> start(String base, Path downloads) {
        return Chromium.start(downloads).map(driver -> new Browser(driver, base));
    }

    private static String axe() {
        try (var file = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the page anew at a view, such as {@code #/sweeps}. */
    void open(String view) {
        driver.get("about:blank");
        driver.get(base + "/" + view);
        awaitView(view);
    }

    /** Goes to a view as by a link, if the page is open. */
    void follow(String view) {
        if (!address().startsWith(base)) {
            open(view);
        } else if (!address().endsWith(view)) {
            runLater(
                    "addEventListener('hashchange', () => setTimeout(() => done(true)), { once: true }); location.hash = '%s'"
                            .formatted(view));
            awaitView(view);
        }
    }

    private void awaitView(String view) {
        await(
                "something to be shown at " + view,
                () -> Boolean.TRUE.equals(
                        run(
                                "return document.querySelector('main > *') !== null && document.querySelector('[aria-busy]') === null")));
    }

    void setColours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void setWidth(int pixels) {
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true)); // a phone's take no room
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The first element, when it is there and can be seen. */
    WebElement one(String selector) {
        await(selector, () -> all(selector).stream().anyMatch(WebElement::isDisplayed));
        return all(selector).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    /** A button or link by what it says. */
    WebElement press(String text) {
        By by = By.xpath("//*[self::button or self::a or self::summary][normalize-space()='%s']".formatted(text));
        await(
                "'%s' to press".formatted(text),
                () -> driver.findElements(by).stream()
                        .anyMatch(element -> element.isDisplayed() && element.isEnabled()));
        WebElement element = driver.findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
        element.click();
        return element;
    }

    /** Replaces what stands in a field, as somebody does who types. */
    void type(String selector, String text) {
        WebElement field = one(selector);
        field.clear();
        field.sendKeys(text);
    }

    void choose(String selector, String option) {
        new Actions(driver).moveToElement(one(selector)).perform();
        one(selector + " option[value='" + option + "']").click();
    }

    void hover(WebElement element) {
        new Actions(driver).moveToElement(element).perform();
    }

    void tab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
    }

    void awaitText(String selector, String text) {
        await(
                "'%s' in %s".formatted(text, selector),
                () -> all(selector).stream()
                        .anyMatch(element -> element.getText().contains(text)));
    }

    void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(org.openqa.selenium.StaleElementReferenceException.class)
                .until(condition);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What a script hands to a function named {@code done}, now or later. */
    Object runLater(String script) {
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1]; " + script);
    }

    /**
     * A picture, as PNG.
     *
     * @param whole all of the page, however far down it goes, and not only what can be seen
     */
    byte[] picture(boolean whole) {
        Map<String, Object> taken = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
        return Base64.getDecoder().decode((String) taken.get("data"));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /**
     * What axe-core finds that keeps people from using the view as it is shown now.
     *
     * @param rules to look for; all if there are none
     */
    List<String> barriers(String... rules) {
        if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(AXE);
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const [rules] = arguments;
                axe.run(document, { resultTypes: ["violations"], preload: false, ...(rules.length ? { runOnly: rules } : {}) }).then(found => done(found.violations
                  .filter(one => one.impact === "serious" || one.impact === "critical")
                  .map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 150)).join("; ")}`)),
                  failure => done([String(failure)]));""", List.of(rules));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Errors on the console since the last call, violations of the content security policy among them. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that were asked for since the last call. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).get("message");
            if (message.get("method").stringValue().equals("Network.requestWillBeSent")) {
                addresses.add(message.at("/params/request/url").stringValue());
            }
        }
        return addresses;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
