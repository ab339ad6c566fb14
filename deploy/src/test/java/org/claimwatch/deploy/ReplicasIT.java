package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.Service;
import org.claimwatch.deploy.support.Editions;
import org.claimwatch.deploy.support.Editions.Sent;
import org.claimwatch.deploy.support.Everything;
import org.claimwatch.deploy.support.FinalState;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two of each service at once do everything once, also when one of the two stands still for longer than a lease and goes on. */
@ExtendWith(WholeStack.class)
@EnabledIfSystemProperty(named = "crash.blows", matches = "\\d+", disabledReason = "part of ./claimwatch test --crash")
class ReplicasIT {
    private static final List<String> SERVICES = List.of("ingest", "analysis", "web");

    /** Six heartbeats of five seconds, after which others think it dead, and some more. */
    private static final Duration STANDSTILL = Duration.ofSeconds(40);

    private final List<Service> second = new ArrayList<>();
    private final int secondWeb = Ports.free().web();
    private LocalStack stack;
    private Everything database;
    private ReadPress press;

    @BeforeEach
    void startSecond(LocalStack stack) throws Exception {
        this.stack = stack;
        database = new Everything(stack);
        press = new ReadPress(stack.database());
        press.awaitEnd();
        for (String service : SERVICES) {
            Map<String, String> port =
                    service.equals("web") ? Map.of("QUARKUS_HTTP_PORT", Integer.toString(secondWeb)) : Map.of();
            second.add(stack.another(service, service + "-2", port));
        }
    }

    @AfterEach
    void stopSecond() {
        second.forEach(Service::close);
    }

    @Test
    void two_of_each_do_everything_once() throws Exception {
        FinalState undisturbed = database.finalState();
        Editions editions = new Editions(database, stack.mailCatcher());
        stack.service("ingest").close();
        stack.service("analysis").close();
        press.forget();
        editions.begin();
        stack.service("analysis").start();
        // Who reads in comes last and both at once: on a slow machine one alone would be done before the other is
        // there.
        List<Service> all = new ArrayList<>(second.reversed());
        all.add(stack.service("ingest"));
        all.subList(0, all.size() - 2).forEach(ReplicasIT::start);
        all.subList(all.size() - 2, all.size()).parallelStream().forEach(ReplicasIT::start);
        standStill("ingest", "select count(*) from article_version where true");
        standStill("analysis", "select count(*) from article_version where analysed_at is not null");
        standStill("web", "select count(*) from mail_delivery where state = 'SENT'");
        press.awaitEnd();
        editions.awaitEnd();
        Sent sent = editions.compared(List.of());
        System.out.printf(
                "replicas: %d editions and %d alerts in %d copies%n", sent.editions(), sent.alerts(), sent.copies());
        assertThat(FinalState.differences(
                        undisturbed.arrival(), database.finalState().arrival()))
                .isEmpty();
        assertThat(sent.faults()).isEmpty();
        eachHostWasAskedOneThingAtATime();
    }

    private static void start(Service service) {
        try {
            service.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** It stops in the middle of its work; the other takes that over once the lease is out. */
    private void standStill(String service, String done) throws Exception {
        int before = database.count(done);
        waiting().until(() -> database.count(done) > before || press.ended());
        stack.service(service).suspend();
        long end = System.nanoTime() + STANDSTILL.toNanos();
        waiting().until(() -> System.nanoTime() > end);
        stack.service(service).resume();
    }

    /** Between two pages of one host there is the gap, whoever asks. */
    private void eachHostWasAskedOneThingAtATime() {
        assertThat(database.lines("""
                        select outlet_id || ': ' || (fetched_at - before) from (
                          select a.outlet_id, p.fetched_at,
                            lag(p.fetched_at) over (partition by a.outlet_id order by p.fetched_at) as before
                          from archived_page p join article_version v on v.id = p.article_version_id
                          join article a on a.id = v.article_id) page
                        where fetched_at - before < interval '%d milliseconds'""".formatted(WholeStack.MINIMUM_GAP.toMillis())))
                .isEmpty();
    }

    /** The browser's session is good on both, and the sign-in service tells one of them that it has ended. */
    @Test
    void a_session_that_ends_has_ended_on_both(Browser browser) throws Exception {
        second.getLast().start();
        try (Visitor ben = Visitor.signedIn(browser, stack, "ben");
                BrowserContext copy = browser.newContext(new Browser.NewContextOptions()
                        .setStorageState(ben.page().context().storageState()))) {
            assertThat(status(copy, stack.ports().web())).isEqualTo(200);
            assertThat(status(copy, secondWeb)).isEqualTo(200);
            ben.open("/sign-out");
            waiting().untilAsserted(() -> {
                assertThat(status(copy, stack.ports().web())).isEqualTo(302);
                assertThat(status(copy, secondWeb)).isEqualTo(302);
            });
        }
    }

    private static int status(BrowserContext context, int port) {
        APIResponse response = context.request()
                .get(
                        "http://127.0.0.1:%d/outlets".formatted(port),
                        RequestOptions.create().setMaxRedirects(0));
        return response.status();
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(6)).pollInterval(Duration.ofMillis(300));
    }
}
