package org.claimwatch.web.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The e-mail in a real browser: light, dark, narrow, right to left; and cut to a length that mail programs show. */
@QuarkusTest
@AsAda
class DigestPicturesTest {
    private static final Instant SET_UP = Instant.parse("2025-09-13T10:00:00Z");
    private static final Instant LATER = Instant.parse("2032-05-05T10:00:00Z");
    private static final String ARABIC = "قال المتحدث باسم حوض أورين إن وقف إطلاق النار سيبدأ صباح يوم الاثنين";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> strangers = new ArrayList<>();

    @AfterEach
    void end() {
        strangers.forEach(stranger::remove);
        // Else they are due in the next test that closes periods, and their mails come among its own.
        desk.in(
                "river-desk",
                () -> entities.createQuery("update Digest set active = false").executeUpdate());
        clock.reset();
    }

    @Test
    void is_good_to_read_in_light_dark_narrow_and_right_to_left() {
        press.gold();
        clock.set(SET_UP);
        Made made = desk.make("river-desk", "Orrin pictured", "ceasefire OR letter", SET_UP, "ada@example.org");
        clock.set(Instant.parse("2025-09-14T04:00:00Z"));
        String english = html(made);
        clock.set(LATER);
        strangers.add(stranger.put(ARABIC, "https://arabic.example/1", 0.95f, LATER.minusSeconds(60), "ar"));
        Made arabic = desk.make("river-desk", "وقف إطلاق النار", "أورين", LATER.minusSeconds(600), "ada@example.org");
        String rightToLeft = html(arabic);
        try (Browser browser = Browser.open()) {
            look(browser, "digest-mail-light", english, 800, ColorScheme.LIGHT);
            look(browser, "digest-mail-dark", english, 800, ColorScheme.DARK);
            look(browser, "digest-mail-narrow", english, 320, ColorScheme.LIGHT);
            look(browser, "digest-mail-arabic", rightToLeft, 800, ColorScheme.LIGHT);
            look(browser, "digest-mail-arabic-narrow-dark", rightToLeft, 320, ColorScheme.DARK);
        }
        assertThat(rightToLeft).contains("dir=\"rtl\"", "border-right");
    }

    @Test
    void is_cut_by_whole_items_to_what_mail_programs_show() {
        press.gold();
        clock.set(LATER);
        String words = "immensity " + "of words upon words ".repeat(1000);
        for (int i = 0; i < 12; i++) {
            strangers.add(stranger.put(words + i, "https://long.example/" + i, 0.95f, LATER.minusSeconds(60), "en"));
        }
        Made made = desk.make("river-desk", "Long", "immensity", LATER.minusSeconds(600), "ada@example.org");
        String preview = "/teams/river-desk/digests/" + made.digest() + "/preview";
        String page = given().get(preview).asString();
        long bytes = Long.parseLong(
                page.replaceAll("(?s).*ended now, ([\\d,]+) bytes.*", "$1").replace(",", ""));
        assertThat(bytes).isBetween(1L, 100_000L);
        assertThat(given().get(preview + "/text").asString())
                .contains("12 new claims: Long")
                .containsPattern("and \\d+ more: ");
    }

    private static String html(Made made) {
        return given().get("/teams/river-desk/digests/" + made.digest() + "/preview/html")
                .asString();
    }

    private static void look(Browser browser, String name, String html, int width, ColorScheme scheme) {
        try (BrowserContext context = browser.chromium()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = context.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.setContent(html);
            Pictures.take(page, name);
            assertThat(asked).as("%s loads nothing from anywhere", name).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s needs no sideways scrolling", name)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.violations(page)).as(name).isEmpty();
        }
    }
}
