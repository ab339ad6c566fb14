package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Routes;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a team saves, reviews and receives stays with it, whichever address another team asks for. */
@ExtendWith(WholeStack.class)
class TeamsIT {
    private static final String RIVER_DESK = "/teams/river-desk";
    private static final String SECRET = "Quartz-17";

    @Test
    void another_team_finds_nothing_of_the_first_on_any_route(LocalStack stack, Browser browser) {
        new ReadPress(stack.database()).awaitEnd();
        try (Visitor ada = Visitor.signedIn(browser, stack, "ada");
                Visitor noor = Visitor.signedIn(browser, stack, "noor")) {
            savesMonitorWithDigest(ada);
            reviewsStatement(ada);
            Routes ofAda = Routes.seenBy(ada);
            Routes ofNoor = Routes.seenBy(noor);

            List<String> private_ = Stream.of(ofAda.pages().keySet(), ofAda.forms())
                    .flatMap(paths -> paths.stream().filter(path -> path.startsWith(RIVER_DESK)))
                    .distinct()
                    .toList();
            assertThat(ofAda.pages().values()).anyMatch(page -> page.contains(SECRET));
            assertThat(private_)
                    .anyMatch(path -> path.matches(RIVER_DESK + "/monitors/\\d+"))
                    .anyMatch(path -> path.matches(RIVER_DESK + "/digests/\\d+"))
                    .anyMatch(path -> path.matches(RIVER_DESK + "/reviews"))
                    .hasSizeGreaterThan(10);
            assertThat(ofNoor.pages())
                    .hasSizeGreaterThan(20)
                    .noneSatisfy((path, page) -> assertThat(page).contains(SECRET));
            for (String path : private_) {
                isHidden(noor.get(path), path);
                isHidden(noor.post(path), path);
                if (path.matches(".*/\\d+.*")) {
                    String underHerOwn = path.replace(RIVER_DESK, "/teams/health-desk");
                    isHidden(noor.get(underHerOwn), underHerOwn);
                    isHidden(noor.post(underHerOwn), underHerOwn);
                }
            }
            ofAda.pages().forEach((path, page) -> {
                if (page.contains(SECRET)) {
                    assertThat(ada.get(path).text()).as("still on %s", path).contains(SECRET);
                }
            });
        }
    }

    private static void isHidden(APIResponse response, String path) {
        assertThat(response.status()).as(path).isIn(400, 403, 404, 405);
        assertThat(response.text()).as(path).doesNotContain(SECRET);
    }

    private static void savesMonitorWithDigest(Visitor ada) {
        ada.open(RIVER_DESK + "/monitors/new");
        ada.page().locator("input[name=name]").fill(SECRET);
        ada.page().locator("textarea[name=query]").fill("observers");
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        ada.sees("h1:has-text('" + SECRET + "')");
        ada.open(RIVER_DESK + "/digests");
        ada.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set up a digest of " + SECRET))
                .click();
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        ada.sees("h1:has-text('" + SECRET + "')");
    }

    private static void reviewsStatement(Visitor ada) {
        ada.open("/search?q=observers&period=30d");
        Locator statement = ada.sees("article.statement:has(details.review)");
        Locator review = statement.locator("details.review:has(button[value=ACCEPTED])");
        review.locator("summary").first().click();
        review.locator("textarea[name=comment]").first().fill(SECRET + " is right");
        review.locator("button[value=ACCEPTED]").click();
        ada.open(RIVER_DESK + "/reviews");
        assertThat(ada.sees("main").innerText()).contains(SECRET + " is right");
    }
}
