package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium without a window. It notes whatever goes wrong in it, and whatever it asks of another server, and is at
 * fault for both.
 */
final class Browser implements AutoCloseable {

    /** In milliseconds: longer than a busy machine takes for anything, for these tests tell nothing of speed. */
    private static final double PATIENCE = 120_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> wrong = new ArrayList<>();

    private Browser(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        // the one that is installed is used; none is fetched
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** Empty, with a line that says so, where no Chromium is installed; {@code CHARTROOM_CHROMIUM} names another place. */
    static Optional<Browser> find() {
        var named = System.getenv("CHARTROOM_CHROMIUM");
        var program = Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) System.out.println("No Chromium is installed; nobody looks at the studio in a browser.");
        return program.map(Browser::new);
    }

    /** A window of its own, with nobody signed in. */
    Page open(int port, int width, int height, ColorScheme scheme) {
        var context = chromium.newContext(new NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        watch(context, "http://127.0.0.1:" + port + "/");
        return context.newPage();
    }

    private void watch(BrowserContext context, String here) {
        context.onConsoleMessage(message -> {
            // a page that is not found is told of as well; a file that a page loads must be there
            var aPage = message.text().contains("status of 404")
                    && !message.location().contains("/assets/");
            if (message.type().equals("error") && !aPage) wrong.add("console: " + message.text());
        });
        context.onWebError(error -> wrong.add("script: " + error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith(here) && !request.url().startsWith("data:"))
                wrong.add("asked elsewhere: " + request.url());
        });
    }

    static void signIn(Page page, String email, String password) {
        page.navigate("/studio");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/studio");
    }

    /** For people to look at. */
    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What axe-core finds that keeps people out: serious and critical, by rule and place. */
    static List<String> barriers(Page page) {
        page.evaluate(axe());
        var found = page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                    .filter(violation => ['serious', 'critical'].includes(violation.impact))
                    .flatMap(violation => violation.nodes.map(node =>
                        violation.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))
                """);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            assertThat(script).as("axe-core").isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void closeWindows() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** What went wrong since this was last asked. */
    List<String> wrong() {
        var since = List.copyOf(wrong);
        wrong.clear();
        return since;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
