package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Refusals;
import org.claimwatch.web.support.Weight;
import org.claimwatch.web.support.Weight.Load;
import org.junit.jupiter.api.Test;

/** Every page in a real browser, wide and narrow, each light and dark: axe finds nothing, nothing is cut off, nothing is refused. */
@QuarkusTest
@AsAda
class AccessibilityTest extends EveryPage {
    @Test
    void axe_finds_nothing_on_any_page() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
        Made made = desk.make(
                "river-desk", "Ceasefire on the Orrin", "ceasefire OR observers", Instant.now(), "ada@example.org");
        Map<String, String> pages = pages(made);
        try (var two = Executors.newFixedThreadPool(2)) {
            // A browser each, for one waits while its page is looked at.
            var halves = halves(pages);
            var one = two.submit(() -> look(chromium.get(), halves.getFirst()));
            var other = two.submit(() -> look(chromium.get(), halves.getLast()));
            var each = new SoftAssertions();
            each.assertThat(one.get()).isEmpty();
            each.assertThat(other.get()).isEmpty();
            each.assertAll();
        }
    }

    @Test
    void axe_would_find_what_is_wrong() {
        String texts = "<p style='color:#777;background:#fff'>as clear as that</p>".repeat(5)
                + "<p style='background:#fff'><b style='font-size:2em'>large</b> and <i style='opacity:.4'>pale</i></p>";
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.setContent(
                    "<html lang=en><title>Wrong</title><main><h1>Wrong</h1><img src=x>%s</main>".formatted(texts));
            assertThat(Axe.violations(page))
                    .anySatisfy(rule -> assertThat(rule.toString()).startsWith("image-alt: "))
                    .anySatisfy(rule -> assertThat(rule.toString())
                            .startsWith("color-contrast: ")
                            .contains("as clear", "pale"))
                    .hasSize(2);
            assertThat(Axe.ofColours(page, ColorScheme.DARK))
                    .singleElement()
                    .asString()
                    .startsWith("color-contrast: ");
        }
    }

    /** Each page is loaded once, wide and by day, and made narrow: what it is does not depend on how it is looked at. */
    private List<String> look(Path chromium, Map<String, String> pages) {
        var each = new SoftAssertions();
        try (Browser browser = Browser.open(chromium);
                BrowserContext context = browser.chromium()
                        .newContext(new NewContextOptions()
                                // What fades from one colour to the other would be seen half-way.
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            Refusals refusals = Refusals.in(context);
            Axe.in(context);
            Page page = context.newPage();
            Weight weight = Weight.on(page);
            List<String> complaints = new ArrayList<>();
            List<Load> loads = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().matches(".*\\b4(04|10)\\b.*")) {
                    complaints.add(message.text());
                }
            });
            pages.forEach((title, path) -> {
                show(page, 1440, ColorScheme.LIGHT);
                page.navigate(home.resolve(path).toString());
                loads.add(weight.since(title, home));
                Pictures.take(page, title + "-wide");
                show(page, 320, ColorScheme.DARK);
                Pictures.take(page, title + "-narrow");
                page.locator("main details").evaluateAll("all => all.forEach(details => details.open = true)");
                each.assertThat(refusals.taken())
                        .as("what the policy of %s forbids and the page does", title)
                        .isEmpty();
                has_no_faults(page, title, 320, ColorScheme.DARK, ColorScheme.LIGHT, each);
                has_no_faults(page, title, 1440, ColorScheme.LIGHT, ColorScheme.DARK, each);
                refusals.taken();
                weight.since(title, home);
            });
            keeps_within_the_budget(loads, each);
            each.assertThat(complaints).as("what the browser's console says").isEmpty();
        }
        return each.assertionErrorsCollected().stream()
                .map(AssertionError::getMessage)
                .toList();
    }

    private static void show(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void has_no_faults(
            Page page, String title, int width, ColorScheme scheme, ColorScheme other, SoftAssertions each) {
        show(page, width, scheme);
        each.assertThat(Axe.violations(page))
                .as("%s, %d px, %s", title, width, scheme)
                .isEmpty();
        each.assertThat(Axe.ofColours(page, other))
                .as("%s, %d px, %s", title, width, other)
                .isEmpty();
        each.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s needs no sideways scrolling at %d px", title, width)
                .isLessThanOrEqualTo(width);
    }

    private static void keeps_within_the_budget(List<Load> loads, SoftAssertions each) {
        System.out.printf("%-28s %7s %7s %3s%n", "page, nothing of it cached", "bytes", "script", "requests");
        loads.stream().sorted(Comparator.comparing(Load::bytes).reversed()).forEach(System.out::println);
        each.assertThat(loads).allSatisfy(load -> {
            assertThat(load.bytes()).as(load.page()).isBetween(1L, Weight.MOST);
            assertThat(load.script()).as(load.page()).isLessThanOrEqualTo(Weight.MOST_SCRIPT);
            assertThat(load.requests()).as(load.page()).isLessThanOrEqualTo(Weight.MOST_REQUESTS);
            assertThat(load.elsewhere()).as(load.page()).isEmpty();
        });
    }
}
