package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Untranslated;
import org.claimwatch.web.words.Language;
import org.junit.jupiter.api.Test;

/** Every page in German and in Arabic: no English is left on it, axe finds nothing, and nothing is cut off. */
@QuarkusTest
@AsAda
class LanguagesTest extends EveryPage {
    /** Whom and what other tests' desks are named. */
    private static final List<String> DESK =
            List.of("River desk", "river-desk", "Somebody of", "Ada", "Ceasefire on the Orrin", "In all languages");

    @Inject
    EntityManager entities;

    private List<String> content = List.of();

    @Test
    void axe_finds_nothing_on_any_page() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
        Made made =
                desk.make("river-desk", "In all languages", "ceasefire OR observers", Instant.now(), "ada@example.org");
        Map<String, String> pages = pages(made);
        pages.put("no-such-page", "/no-such-page");
        content = QuarkusTransaction.requiringNew().call(this::names);
        try (var two = Executors.newFixedThreadPool(2)) {
            // Arabic takes the longest, so each of the two has half of it.
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
    void a_person_chooses_and_the_choice_stays() {
        given().header("Accept-Language", "de-AT, en;q=0.5")
                .get("/claims")
                .then()
                .body(containsString("<html lang=\"de\" dir=\"ltr\">"));
        try {
            assertThat(Forms.post("/language", Map.of("language", "ar", "back", "/claims"))
                            .header("Location"))
                    .endsWith("/claims");
            given().header("Accept-Language", "de")
                    .get("/claims")
                    .then()
                    .body(containsString("<html lang=\"ar\" dir=\"rtl\">"));
            given().header("Accept-Language", "de")
                    .get("/statements.csv")
                    .then()
                    .body(containsString("speaker"));
        } finally {
            Forms.post("/account", Map.of("zone", "UTC", "keyboard", "on", "language", ""));
        }
    }

    @Test
    void who_is_signed_out_is_answered_as_the_browser_asks() {
        given().auth()
                .none()
                .header("Accept-Language", "ar")
                .get("/stop/nothing")
                .then()
                .body(containsString("dir=\"rtl\""));
        given().auth()
                .none()
                .header("Accept-Language", "de")
                .get("/sign-in-away")
                .then()
                .statusCode(200)
                .body(containsString("lang=\"de\""), containsString("Sie können sich wieder anmelden"));
    }

    /** What the press is called and says. */
    @SuppressWarnings("unchecked")
    private List<String> names() {
        List<String> names = new ArrayList<>(DESK);
        names.addAll(entities.createNativeQuery("""
                        select name from outlet union select name from actor union select text from claim
                        union select title from story union select target from stance union select title from article_version""", String.class).getResultList());
        return names;
    }

    private List<String> look(Path chromium, Map<String, String> pages) {
        List<String> wrong = new ArrayList<>();
        try (Browser browser = Browser.open(chromium)) {
            for (Language language : List.of(Language.ARABIC, Language.GERMAN)) {
                wrong.addAll(look(browser, language, pages));
            }
        }
        return wrong;
    }

    /** Each page narrow and wide; axe looks at it in Arabic, where all is mirrored, by day; {@link AccessibilityTest} sees the night's colours. */
    private List<String> look(Browser browser, Language language, Map<String, String> pages) {
        List<String> wrong = new ArrayList<>();
        try (BrowserContext context = browser.chromium()
                .newContext(new NewContextOptions().setLocale(language.tag()).setReducedMotion(ReducedMotion.REDUCE))) {
            if (language.rightToLeft()) {
                Axe.in(context);
            }
            Page page = context.newPage();
            pages.forEach((title, path) -> {
                page.setViewportSize(1440, 900);
                int status = page.navigate(home.resolve(path).toString()).status();
                if (status >= 400 && !title.matches("error|no-such-page|article-gone")) {
                    wrong.add("%s in %s: answered %d".formatted(title, language, status));
                }
                if (language.rightToLeft()) {
                    Pictures.take(page, "%s-%s-1440".formatted(title, language.tag()));
                }
                page.setViewportSize(320, 900);
                Pictures.take(page, "%s-%s-320".formatted(title, language.tag()));
                page.locator("main details").evaluateAll("all => all.forEach(details => details.open = true)");
                String where = "%s in %s: ".formatted(title, language);
                Object told = page.evaluate("[document.documentElement.lang, document.documentElement.dir].join()");
                if (!told.equals(language.tag() + "," + language.direction())) {
                    wrong.add(where + "says that it is " + told);
                }
                Untranslated.on(page, language, content).forEach(text -> wrong.add(where + "not translated: " + text));
                if ((Integer) page.evaluate("document.documentElement.scrollWidth") > 320) {
                    wrong.add(where + "needs sideways scrolling at 320 px");
                }
                if (language.rightToLeft()) {
                    for (int width : List.of(320, 1440)) {
                        page.setViewportSize(width, 900);
                        Axe.violations(page).forEach(rule -> wrong.add("%s%d px: %s".formatted(where, width, rule)));
                    }
                }
            });
        }
        return wrong;
    }
}
