package parsweep.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parsweep.harness.ServiceProcess;

/**
 * Takes a picture of every view, light and dark, on a desktop and on a phone, for somebody to look at. Not a test: run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.page.Screenshots</pre>
 *
 * The pictures are in {@code target/screenshots}. The property {@code views} may hold a regular expression of those wanted.
 */
final class Screenshots {
    private static final List<String> COLOURS = List.of("light", "dark");
    private static final Map<String, Integer> WIDTHS = Map.of("desktop", 1280, "phone", 360);

    private final Browser browser;
    private final Path directory;

    private Screenshots(Browser browser, Path directory) {
        this.browser = browser;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "screenshots"));
        Path data = Files.createTempDirectory(Path.of("target"), "exhibition-");
        Pattern wanted = Pattern.compile(System.getProperty("views", ""));
        try (ServiceProcess process = ServiceProcess.start(
                        ServiceProcess.classPath(), data, "--parsweep.models=" + Exhibition.models(data));
                Browser browser = Browser.start(process.service().address(), data)
                        .orElseThrow(() -> new IllegalStateException(Browser.MISSING))) {
            Screenshots screenshots = new Screenshots(browser, directory);
            screenshots.take(Map.of("sweeps-none", "#/sweeps"), wanted);
            Exhibition shown = Exhibition.open(process.service());
            screenshots.takeForReadme(shown);
            screenshots.take(views(shown), wanted);
        }
    }

    private static Map<String, String> views(Exhibition shown) {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("sweeps", "#/sweeps");
        views.put("sweeps-no-match", "#/sweeps?q=nothing+like+it");
        for (String plot : List.of("map", "lines", "scatter", "histogram", "parallel")) {
            views.put("sweep-" + plot, "#/sweeps/%d?plot=%s".formatted(shown.chains(), plot));
        }
        views.put("sweep-lines-by", "#/sweeps/%d?plot=lines&by=persistenceLength".formatted(shown.chains()));
        views.put("sweep-unfit", "#/sweeps/%d?plot=map".formatted(shown.arrays()));
        views.put("sensitivity", "#/sweeps/%d?plot=sensitivity".formatted(shown.ishigami()));
        views.put("array-lines", "#/sweeps/%d?plot=lines".formatted(shown.arrays()));
        views.put("array-histogram", "#/sweeps/%d?plot=histogram".formatted(shown.arrays()));
        views.put("array-results", "#/sweeps/%d?tab=results".formatted(shown.arrays()));
        views.put("failing-map", "#/sweeps/%d".formatted(shown.failing()));
        for (String tab : List.of("failures", "timing", "results", "definition")) {
            views.put(tab, "#/sweeps/%d?tab=%s".formatted(shown.failing(), tab));
        }
        views.put("no-failures", "#/sweeps/%d?tab=failures".formatted(shown.chains()));
        views.put("stopped", "#/sweeps/%d?tab=failures".formatted(shown.stopped()));
        views.put("running", "#/sweeps/%d".formatted(shown.running()));
        views.put("running-timing", "#/sweeps/%d?tab=timing".formatted(shown.running()));
        views.put("compare", "#/sweeps/%d?tab=compare&with=%d".formatted(shown.chains(), shown.otherChains()));
        views.put("compare-choose", "#/sweeps/%d?tab=compare".formatted(shown.chains()));
        views.put("new", "#/new?example=chains");
        views.put("new-formula", "#/new?model=formula");
        views.put("new-fault", "#/new?definition=" + encoded("""
                {"model": "wormlike-chain", "space": {"grid": {"packingRatio": {"linspace": [20, 60, -9]}}}}"""));
        views.put("models", "#/models");
        views.put("model", "#/models/wormlike-chain");
        views.put("system", "#/system");
        views.put("not-found", "#/nothing");
        return views;
    }

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private void take(Map<String, String> views, Pattern wanted) throws IOException {
        for (Map.Entry<String, Integer> width : WIDTHS.entrySet()) {
            browser.setWidth(width.getValue());
            for (String colours : COLOURS) {
                browser.setColours(colours);
                for (Map.Entry<String, String> view : views.entrySet()) {
                    String name = "%s-%s-%s".formatted(view.getKey(), width.getKey(), colours);
                    if (wanted.matcher(name).find()) {
                        browser.open(view.getValue());
                        settle(view.getKey());
                        Files.write(directory.resolve(name + ".png"), browser.picture(true));
                    }
                }
            }
        }
        browser.errors().forEach(System.out::println);
    }

    /** The pictures of {@code src/docs}: to be copied there if they are better. */
    private void takeForReadme(Exhibition shown) throws IOException {
        browser.setWidth(1280);
        browser.setColours("light");
        browser.open("#/sweeps");
        browser.awaitText(".list .state", "Running");
        Files.write(directory.resolve("sweeps.png"), browser.picture(false));
        browser.open("#/new?example=chains");
        settle("new");
        Files.write(directory.resolve("new-sweep.png"), browser.picture(false));
        browser.open("#/sweeps/" + shown.camel());
        settle("sweep");
        browser.hover(browser.one(".tabs"));
        browser.hover(browser.one(".plot canvas"));
        Files.write(directory.resolve("sweep.png"), browser.picture(true));
    }

    /** Groups are opened, and what the service is asked after the first drawing has come. */
    private void settle(String view) {
        if (view.equals("failures")) {
            browser.press("The first of them, with their parameters");
            browser.awaitText(".group td", "Run this point again");
        } else if (view.equals("new")) {
            browser.awaitText(".estimate", "points");
        } else if (view.equals("new-fault")) {
            browser.awaitText(".error", "expected");
        }
        browser.await(
                "nothing that is being loaded", () -> browser.all("[aria-busy]").isEmpty());
    }
}
