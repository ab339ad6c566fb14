package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's way through the whole: from an article to its claim, to the other outlets, to the e-mail. */
@ExtendWith(WholeStack.class)
class JourneyIT {
    private static final String ARTICLE = "Sixty-day Orrin ceasefire agreed in principle, says envoy";
    private static final String MONITOR = "What was agreed on the Orrin";

    @Test
    void an_analyst_follows_a_statement_to_its_claim_and_an_admin_mails_it(LocalStack stack, Browser browser)
            throws Exception {
        ReadPress press = new ReadPress(stack.database());
        press.awaitEnd();
        try (Visitor ben = Visitor.signedIn(browser, stack, "ben");
                Visitor ada = Visitor.signedIn(browser, stack, "ada")) {
            assertThat(ben.sees("h1").innerText()).isEqualTo("Today");
            ben.looksAt("today");

            ben.follow("Outlets");
            ben.sees("h1:has-text('Outlets')");
            ben.looksAt("outlets");
            ben.follow("Dalmara One");
            ben.sees("h1:has-text('Dalmara One')");
            ben.looksAt("outlet");
            ben.follow(ARTICLE);

            seesRelayedStatement(ben);
            ben.looksAt("article");

            // Who says so besides is told of what the machine does not doubt.
            Locator certain = ben.sees("article.statement:not(.doubtful):has(.of-claim)");
            String claim = certain.locator(".of-claim a").innerText();
            certain.locator(".of-claim a").click();
            assertThat(ben.sees("h1").innerText()).isEqualTo(claim);
            seesOtherOutlets(ben);
            ben.looksAt("claim");

            seesStance(ben, press.articleWithStance());
            exportsAsManyRowsAsTheTotal(ben);
            savesMonitor(ben, claim);
            mailsDigest(ada);

            readsTheClaimInTheCaughtMail(ben, stack, claim);

            assertThat(ben.complaints()).isEmpty();
            assertThat(ada.complaints()).isEmpty();
        }
    }

    /** Speaker, cue, form, a chain of more than one hop, and the same words highlighted in the text. */
    private static void seesRelayedStatement(Visitor ben) {
        assertThat(ben.sees("h1").innerText()).isEqualTo(ARTICLE);
        Locator statement = ben.sees("article.statement:has(.chain.relayed):has(.of-claim)");
        assertThat(statement.locator(".who .name").innerText()).isNotBlank();
        assertThat(statement.locator(".provenance").innerText()).containsAnyOf("quotation", "paraphrase", "quoted");
        assertThat(statement.locator(".chain.relayed").innerText()).contains("→");
        String words = statement.locator("blockquote").innerText();
        List<String> highlighted = ben.page().locator(".text mark.content").allInnerTexts();
        assertThat(highlighted).as("evidence of “%s”", words).anyMatch(mark -> words.contains(mark.strip()));
        assertThat(ben.page().locator(".text mark.cue").count()).isPositive();
        assertThat(ben.page().locator(".text mark.speaker").count()).isPositive();
    }

    /** Whom it is about and on which side, in words beside the sign. */
    private static void seesStance(Visitor ben, long article) {
        ben.open("/articles/" + article);
        assertThat(ben.sees("article.statement .signs .stance").innerText()).containsAnyOf("favours", "against");
        ben.looksAt("article-with-stance");
    }

    private static void seesOtherOutlets(Visitor ben) {
        List<String> outlets =
                ben.page().locator("figure.graph .node.outlet text title").allTextContents();
        assertThat(outlets).contains("Dalmara One").hasSizeGreaterThan(1);
    }

    private static void exportsAsManyRowsAsTheTotal(Visitor ben) throws IOException {
        ben.open("/claims?period=30d");
        ben.looksAt("claims");
        int total = Integer.parseInt(ben.sees(".totals b").innerText().replaceAll("\\D", ""));
        Download csv = ben.page()
                .waitForDownload(() -> ben.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("CSV").setExact(true))
                        .click());
        assertThat(rows(Files.readString(csv.path()))).isEqualTo(total + 1L).isGreaterThan(1);
    }

    private static void savesMonitor(Visitor ben, String claim) {
        ben.open("/teams/river-desk/monitors/new");
        ben.looksAt("monitor-new");
        ben.page().locator("input[name=name]").fill(MONITOR);
        ben.page().locator("textarea[name=query]").fill("\"" + firstWords(claim) + "\"");
        ben.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(ben.sees("h1").innerText()).isEqualTo(MONITOR);
        ben.looksAt("monitor");
    }

    private static void mailsDigest(Visitor ada) {
        ada.open("/teams/river-desk/digests");
        ada.looksAt("digests");
        ada.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set up a digest of " + MONITOR))
                .click();
        ada.looksAt("digest-new");
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        ada.page().getByText("Preview").click();
        ada.looksAt("digest-preview");
        ada.page().goBack();
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("send now"))
                .click();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            ada.page().reload();
            return ada.sees("#issues ~ .scroll tbody").innerText().contains("sent");
        });
        ada.looksAt("digest");
    }

    private static void readsTheClaimInTheCaughtMail(Visitor ben, LocalStack stack, String claim) {
        ben.open("http://127.0.0.1:" + stack.ports().mailPage());
        ben.looksAt("mails");
        ben.page().locator("li a").first().click();
        assertThat(ben.sees("pre").innerText()).contains(claim).contains(MONITOR);
        assertThat(ben.page().frameLocator("iframe").locator("body").innerText())
                .contains(claim);
        ben.looksAt("mail");
    }

    private static String firstWords(String text) {
        return Arrays.stream(text.split(" ", -1)).limit(4).collect(Collectors.joining(" "));
    }

    /** Rows of RFC 4180, in which a quoted field may hold line ends. */
    private static long rows(String csv) {
        return csv.replaceAll("\"[^\"]*\"", "").lines().count();
    }
}
