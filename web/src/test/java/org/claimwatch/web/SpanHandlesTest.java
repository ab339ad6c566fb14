package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Refusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ends of what was said, moved by keys and by the mouse in a real browser. */
@QuarkusTest
@AsBen
class SpanHandlesTest {
    private static final int BEGIN = 0;
    private static final int END = 1;
    private static final String SPLIT =
            "s.form = 'DIRECT' and exists (select from statement_content_span p where p.statement_id = s.id and p.ordinal = 1)";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @TestHTTPResource("/")
    URI home;

    private final List<String> complaints = new ArrayList<>();
    private long asked = -1;
    private String text = "";
    private List<TextSpan> read = List.of();

    @BeforeEach
    void a_browser() {
        assumeTrue(
                Browser.installed().isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
    }

    @AfterEach
    void as_before() {
        QuarkusTransaction.requiringNew().run(() -> confidence(Press.CONFIDENCE));
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review where statement_id = " + asked)
                        .executeUpdate());
    }

    @Test
    void keys_move_an_end_by_characters_and_by_words() {
        ask("s.form = 'INDIRECT' and v.language = 'en'");
        browse(1440, page -> {
            int start = read.getFirst().start();
            int end = read.getLast().end();
            handle(page, BEGIN).focus();
            page.keyboard().press("ArrowRight");
            holds(page, start + 1, end);
            page.keyboard().press("ArrowUp");
            holds(page, start + 2, end);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowLeft");
            holds(page, start, end);
            int second = text.indexOf(' ', start) + 1;
            page.keyboard().press("Control+ArrowRight");
            holds(page, second, end);
            page.keyboard().press("Alt+ArrowLeft");
            holds(page, start, end);
            page.keyboard().press("End");
            holds(page, end - 1, end);
            page.keyboard().press("ArrowRight");
            holds(page, end - 1, end);
            page.keyboard().press("Home");
            holds(page, 0, end);
            page.locator("input[name=start]").fill(Integer.toString(start));
            holds(page, start, end);
            page.keyboard().press("Tab");
            handle(page, END).focus();
            page.keyboard().press("ArrowLeft");
            holds(page, start, end - 1);
            page.keyboard().press("PageDown");
            assertThat(ends(page)[END]).isLessThan(end - 1);
            page.keyboard().press("Control+ArrowRight");
            page.keyboard().press("Home");
            holds(page, start, start + 1);
            PlaywrightAssertions.assertThat(handle(page, END))
                    .hasAttribute("aria-valuenow", Integer.toString(start + 1));
            page.keyboard().press("End");
            assertThat(ends(page)[END]).isEqualTo(text.codePointCount(0, text.length()));
            page.locator("input[name=end]").fill(Integer.toString(end));
            handle(page, BEGIN).focus();
            page.keyboard().press("Control+ArrowRight");
            page.locator(".correcting button", new Page.LocatorOptions().setHasText("Save the correction"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("button[data-key=u]")).hasCount(1);
            assertThat(stored()).isEqualTo(List.of(second, end));
        });
    }

    @Test
    void the_mouse_drags_an_end_to_the_letter_under_it() {
        ask("s.form = 'INDIRECT' and v.language = 'en'");
        browse(1440, page -> {
            int start = read.getFirst().start();
            int end = read.getLast().end();
            drag(page, BEGIN, start + 7);
            holds(page, start + 7, end);
            drag(page, END, end - 5);
            holds(page, start + 7, end - 5);
            drag(page, BEGIN, end - 1);
            assertThat(ends(page)[BEGIN]).as("never beyond the other").isEqualTo(end - 6);
            drag(page, BEGIN, start);
            drag(page, END, end);
            holds(page, start, end);
        });
    }

    @Test
    void the_ends_of_a_quotation_go_from_mark_to_mark_and_leave_the_narrator_out() {
        ask(SPLIT);
        browse(1440, page -> {
            TextSpan first = read.getFirst();
            TextSpan last = read.getLast();
            String both = first.cut(text) + " … " + last.cut(text);
            PlaywrightAssertions.assertThat(words(page)).hasText(both);
            assertThat(page.locator("#span-text mark").allTextContents())
                    .containsExactly(first.cut(text), last.cut(text));
            Pictures.take(page, "review-queue-split");
            handle(page, END).focus();
            page.keyboard().press("ArrowLeft");
            assertThat(ends(page)).containsExactly(first.start(), first.end());
            PlaywrightAssertions.assertThat(words(page)).hasText(first.cut(text));
            page.keyboard().press("ArrowLeft");
            assertThat(ends(page)).as("there is no earlier end").containsExactly(first.start(), first.end());
            drag(page, END, last.start() + 3);
            assertThat(ends(page)[END]).as("the nearest mark").isIn(first.end(), last.end());
            drag(page, END, last.end());
            PlaywrightAssertions.assertThat(words(page)).hasText(both);
            handle(page, BEGIN).focus();
            page.keyboard().press("ArrowRight");
            assertThat(ends(page)).containsExactly(last.start(), last.end());
            page.locator(".correcting button", new Page.LocatorOptions().setHasText("Save the correction"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("button[data-key=u]")).hasCount(1);
            assertThat(stored()).containsExactly(last.start(), last.end());
        });
    }

    @Test
    void left_goes_on_where_a_text_runs_from_right_to_left() {
        ask("s.form = 'INDIRECT' and v.language = 'ar'");
        browse(320, page -> {
            int start = read.getFirst().start();
            int end = read.getLast().end();
            assertThat(left(page, BEGIN)).as("it begins on the right").isGreaterThan(200);
            handle(page, BEGIN).focus();
            page.keyboard().press("ArrowLeft");
            assertThat(ends(page)).containsExactly(start + 1, end);
            page.keyboard().press("ArrowRight");
            assertThat(ends(page)).containsExactly(start, end);
            page.keyboard().press("Control+ArrowLeft");
            int second = ends(page)[BEGIN];
            assertThat(text.codePointAt(text.offsetByCodePoints(0, second - 1))).isEqualTo(' ');
            handle(page, END).focus();
            page.keyboard().press("ArrowRight");
            assertThat(ends(page)).containsExactly(second, end - 1);
            drag(page, BEGIN, start + 9);
            assertThat(ends(page)[BEGIN]).isEqualTo(start + 9);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            Pictures.take(page, "review-queue-handles-ar-narrow");
        });
    }

    @Test
    void without_scripts_there_are_the_numbers_alone() {
        ask(SPLIT);
        try (Browser browser = Browser.open(chromium());
                BrowserContext plain = browser.withoutScripts();
                Page page = plain.newPage()) {
            page.navigate(home.resolve("/teams/river-desk/reviews/queue").toString());
            page.locator("details.correcting > summary").click();
            PlaywrightAssertions.assertThat(page.locator("#span-text")).isHidden();
            page.locator("input[name=end]")
                    .fill(Integer.toString(read.getFirst().end()));
            page.locator("input[name=claim-words]").fill("ceasefire");
            page.locator("button[name=look]").click();
            PlaywrightAssertions.assertThat(page.locator("input[name=end]"))
                    .hasValue(Integer.toString(read.getFirst().end()));
            page.locator("#claim input[type=radio]").last().check();
            page.locator("select[name=claim-polarity]").selectOption("DENIES");
            Pictures.take(page, "review-queue-claims-found");
            page.locator(".correcting button", new Page.LocatorOptions().setHasText("Save the correction"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("button[data-key=u]")).hasCount(1);
            assertThat(stored())
                    .containsExactly(read.getFirst().start(), read.getFirst().end());
        }
    }

    private interface Walk {
        void on(Page page);
    }

    private void browse(int width, Walk walk) {
        try (Browser browser = Browser.open(chromium());
                BrowserContext context =
                        browser.chromium().newContext(new NewContextOptions().setViewportSize(width, 1000))) {
            Refusals refusals = Refusals.in(context);
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(home.resolve("/teams/river-desk/reviews/queue").toString());
            page.keyboard().press("c");
            PlaywrightAssertions.assertThat(handle(page, BEGIN)).isVisible();
            assertThat(Axe.violations(page)).isEmpty();
            walk.on(page);
            assertThat(refusals.taken()).as("what our policy forbids").isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private static Path chromium() {
        Optional<Path> installed = Browser.installed();
        return installed.orElseThrow();
    }

    private static Locator handle(Page page, int end) {
        return page.locator("#span-text [role=slider]").nth(end);
    }

    private static Locator words(Page page) {
        return page.locator("#span-words");
    }

    private static int[] ends(Page page) {
        return new int[] {
            Integer.parseInt(page.locator("input[name=start]").inputValue()),
            Integer.parseInt(page.locator("input[name=end]").inputValue())
        };
    }

    /** The fields, the sliders, the marked words and those below say the same. */
    private void holds(Page page, int start, int end) {
        assertThat(ends(page)).containsExactly(start, end);
        assertThat(handle(page, BEGIN).getAttribute("aria-valuenow")).isEqualTo(Integer.toString(start));
        assertThat(handle(page, END).getAttribute("aria-valuenow")).isEqualTo(Integer.toString(end));
        String said = new TextSpan(start, end).cut(text);
        assertThat(words(page).textContent()).isEqualTo(said);
        assertThat(page.locator("#span-text mark").allTextContents()).containsExactly(said);
    }

    private static double left(Page page, int end) {
        return handle(page, end).boundingBox().x;
    }

    /** To the edge of a letter: before the one at which it is to begin, behind the one after which it is to end. */
    private void drag(Page page, int end, int point) {
        Locator handle = handle(page, end);
        handle.scrollIntoViewIfNeeded();
        var at = (Map<?, ?>) page.evaluate("""
                ([point, end]) => {
                  const shown = document.querySelector("#span-text p");
                  const walk = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
                  let left = [...shown.textContent].slice(0, end ? point - 1 : point).join("").length;
                  while (walk.nextNode() && left >= walk.currentNode.length) left -= walk.currentNode.length;
                  const range = document.createRange();
                  range.setStart(walk.currentNode, left);
                  range.setEnd(walk.currentNode, left + 1);
                  const letter = range.getClientRects()[0];
                  const leading = (getComputedStyle(shown).direction === "rtl") === Boolean(end);
                  return { x: leading ? letter.left + 0.5 : letter.right - 0.5, y: letter.top + letter.height / 2 };
                }""", List.of(point, end));
        var box = handle.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(((Number) at.get("x")).doubleValue(), ((Number) at.get("y")).doubleValue());
        page.mouse().up();
    }

    /** Makes the queue ask about one of these first. */
    private void ask(String condition) {
        desk.in("river-desk", () -> {
            var row = (Object[])
                    entities.createNativeQuery("""
                            select s.id, v.text from statement s join article_version v on v.id = s.article_version_id
                            where v.is_current and not exists (select from review r where r.article_version_id = v.id)
                              and %s order by s.id limit 1""".formatted(condition)).getSingleResult();
            asked = ((Number) row[0]).longValue();
            text = (String) row[1];
            List<?> spans = entities.createNativeQuery(
                            "select span_start, span_end from statement_content_span where statement_id = :id order by ordinal")
                    .setParameter("id", asked)
                    .getResultList();
            read = spans.stream()
                    .map(Object[].class::cast)
                    .map(pair -> new TextSpan((Integer) pair[0], (Integer) pair[1]))
                    .toList();
            return confidence(0.001f);
        });
    }

    private int confidence(float value) {
        return entities.createNativeQuery("update statement set confidence = %s where id = %d".formatted(value, asked))
                .executeUpdate();
    }

    private List<Integer> stored() {
        return desk.in(
                "river-desk",
                () -> List.of((Integer[]) entities.createNativeQuery(
                                "select corrected_spans from review where statement_id = " + asked, Integer[].class)
                        .getSingleResult()));
    }
}
