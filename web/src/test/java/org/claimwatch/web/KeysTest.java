package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.List;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.Test;

/** What one does with keys alone, in a real browser. */
@QuarkusTest
@AsAda
class KeysTest {
    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @TestHTTPResource("/")
    URI home;

    @Test
    void keys_move_open_and_help_and_can_be_switched_off() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/claims?period=all").toString());
            Locator rows = page.locator(".rows > li");
            for (String key : List.of("j", "j", "j", "k")) {
                page.keyboard().press(key);
            }
            PlaywrightAssertions.assertThat(rows.nth(1)).isFocused();
            page.keyboard().press("?");
            PlaywrightAssertions.assertThat(page.locator("dialog#keys")).isVisible();
            Pictures.take(page, "keys-wide");
            page.keyboard().press("j");
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(page.locator("dialog#keys")).isHidden();
            page.keyboard().press("/");
            page.keyboard().type("jo?");
            PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("jo?");
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(page.locator("#q")).not().isFocused();
            rows.nth(1).focus();
            String claim = rows.nth(1).locator(".claim-text a").getAttribute("href");
            page.keyboard().press("o");
            page.waitForURL("**" + claim);

            keys(page, false);
            page.navigate(home.resolve("/claims?period=all").toString());
            for (String key : List.of("j", "?", "/", "o")) {
                page.keyboard().press(key);
            }
            PlaywrightAssertions.assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
            assertThat(page.url()).endsWith("/claims?period=all");
            keys(page, true);
            PlaywrightAssertions.assertThat(page.locator("dialog#keys")).hasCount(1);
        }
    }

    /** By keys alone: accept, undo, reject, undo, skip, and open the correction, in whose fields letters are letters. */
    @Test
    void the_review_queue_goes_by_its_keys() {
        press.gold();
        long before = newestReview();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/teams/river-desk/reviews/queue").toString());
            Locator asked = page.locator(".verdicts input[name=statement]").first();
            String first = asked.inputValue();
            for (String verdict : List.of("a", "r")) {
                page.keyboard().press(verdict);
                PlaywrightAssertions.assertThat(asked).not().hasValue(first);
                page.keyboard().press("u");
                PlaywrightAssertions.assertThat(asked).hasValue(first);
            }
            page.keyboard().press("c");
            Locator comment = page.locator("details.correcting textarea[name=comment]");
            PlaywrightAssertions.assertThat(comment).isVisible();
            comment.focus();
            page.keyboard().type("arscu");
            PlaywrightAssertions.assertThat(comment).hasValue("arscu");
            PlaywrightAssertions.assertThat(asked).hasValue(first);
            page.locator("h1").click();
            page.keyboard().press("s");
            PlaywrightAssertions.assertThat(asked).not().hasValue(first);
            assertThat(reviewsSince(before)).isEqualTo("ACCEPTED undone, REJECTED undone");
        } finally {
            desk.in(
                    "river-desk",
                    () -> entities.createNativeQuery("delete from review_skip").executeUpdate());
            desk.in(
                    "river-desk",
                    () -> entities.createNativeQuery("delete from review where id > " + before)
                            .executeUpdate());
        }
    }

    private long newestReview() {
        return desk.in(
                "river-desk",
                () -> ((Number) entities.createNativeQuery("select coalesce(max(id), 0) from review")
                                .getSingleResult())
                        .longValue());
    }

    private String reviewsSince(long before) {
        return desk.in("river-desk", () -> (String)
                entities.createNativeQuery("""
                        select string_agg(verdict || case when undone_at is null then '' else ' undone' end, ', ' order by id)
                        from review where id > :before""").setParameter("before", before).getSingleResult());
    }

    /** A round is drawn and coded with the keyboard alone; nobody's reading is shown while one has not begun. */
    @Test
    void blind_coding_goes_by_the_keyboard() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/teams/river-desk/coding").toString());
            page.locator("input[name=name]").fill("By keyboard");
            page.locator("input[name=size]").fill("2");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("By keyboard");
            for (int done = 1; done <= 2; done++) {
                page.locator("input[name=form][value=DIRECT]").focus();
                page.keyboard().press("ArrowDown");
                PlaywrightAssertions.assertThat(page.locator("input[name=form][value=INDIRECT]"))
                        .isChecked();
                page.keyboard().press("Tab");
                page.keyboard().type("Somebody");
                page.keyboard().press("Tab");
                page.keyboard().press("Space");
                PlaywrightAssertions.assertThat(page.locator("input[name=polarity][value=FAVOR]"))
                        .isChecked();
                page.keyboard().press("Tab");
                page.keyboard().press("Enter");
                PlaywrightAssertions.assertThat(page.locator(".facts")).containsText(done + " of 2 done by you");
            }
            PlaywrightAssertions.assertThat(page.locator("main"))
                    .containsText("It is shown once you are through and another is, or once the round is closed.");
            PlaywrightAssertions.assertThat(page.locator("form.entry")).hasCount(0);
        } finally {
            desk.in(
                    "river-desk",
                    () -> entities.createNativeQuery("delete from coding_round where name = 'By keyboard'")
                            .executeUpdate());
        }
    }

    private void keys(Page page, boolean on) {
        page.navigate(home.resolve("/account").toString());
        page.locator("input[name=keyboard]").setChecked(on);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("input[name=keyboard]")).isChecked(checked(on));
    }

    private static IsCheckedOptions checked(boolean on) {
        return new IsCheckedOptions().setChecked(on);
    }
}
