package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;
import org.claimwatch.deploy.local.SampleOutlet;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody new, on an empty instance with the usual settings, is led by its pages alone to their own outlet's first claim. */
@ExtendWith(WholeStack.class)
class FirstRunIT {
    private static final Duration MOST = Duration.ofMinutes(5);

    @Test
    void leads_from_an_empty_instance_to_ones_own_outlets_first_claim(Browser browser) throws Exception {
        LocalStack stack = new LocalStack(
                WholeStack.folders("first-run"), Ports.free(), RunOptions.of("--fresh", "--no-sample"), System.out);
        try (stack) {
            stack.start();
            // The outlet's web site; the instance knows nothing of it.
            stack.samplePress().start();
            String address = "http://127.0.0.1:" + stack.ports().outlets().get(SampleOutlet.DALMARA_ONE);
            try (Visitor ada = Visitor.signedIn(browser, stack, "ada")) {
                Instant begun = Instant.now();
                assertThat(ada.sees("#first-steps li[aria-current=step] a").getAttribute("href"))
                        .isEqualTo("/outlets/new");
                ada.looksAt("first-run-empty");
                ada.sees("#first-steps li[aria-current=step] a").click();
                ada.sees("input[name=address]").fill(address);
                press(ada, "Find its feeds");
                Locator tick = ada.sees("input[name=feed]:checked");
                assertThat(tick.getAttribute("value")).startsWith(address);
                ada.looksAt("first-run-feeds");
                press(ada, "Watch this outlet");
                assertThat(ada.sees("h1").innerText()).isEqualTo("Dalmara One");

                ada.open("/");
                Locator claim =
                        ada.page().locator("#first-steps a[href^='/claims/']").first();
                claim.waitFor(new Locator.WaitForOptions().setTimeout((double) MOST.toMillis()));
                ada.looksAt("first-run-claim");
                claim.click();
                ada.sees("article.statement");
                assertThat(ada.sees("main").innerText()).contains("Dalmara One");
                Duration taken = Duration.between(begun, Instant.now());
                System.out.printf(
                        "First run: %d s from an empty instance to the first claim of one's own outlet%n",
                        taken.toSeconds());
                assertThat(taken).isLessThan(MOST);
                assertThat(ada.complaints()).isEmpty();
            }
        }
    }

    private static void press(Visitor person, String button) {
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
