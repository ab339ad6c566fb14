package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.Editions;
import org.claimwatch.deploy.support.Editions.Sent;
import org.claimwatch.deploy.support.Everything;
import org.claimwatch.deploy.support.FinalState;
import org.claimwatch.deploy.support.JumpingClock;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Stead;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The clock of the machine that the services run on jumps by hours, forward and back, while they run and before they start:
 * nothing is lost, nothing comes twice, nothing is asked or sent in a storm, nothing lies still until the wrong time comes.
 */
@ExtendWith(WholeStack.class)
@EnabledIfSystemProperty(named = "crash.blows", matches = "\\d+", disabledReason = "part of ./claimwatch test --crash")
class ClockIT {
    private static final List<String> SERVICES = List.of("ingest", "analysis", "web");

    /** A digest of the test closes a period this often. */
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final List<Stead> steads = new ArrayList<>();
    private LocalStack stack;
    private Everything database;
    private ReadPress press;
    private Editions editions;
    private JumpingClock clock;

    @BeforeEach
    void haveAClockThatJumps(LocalStack stack) throws Exception {
        clock = JumpingClock.in(Path.of("target/clock"));
        this.stack = stack;
        database = new Everything(stack);
        press = new ReadPress(stack.database());
        editions = new Editions(database, stack.mailCatcher());
        press.awaitEnd();
        for (String service : SERVICES) {
            steads.add(new Stead(stack, service, clock.settings()));
        }
    }

    @AfterEach
    void leave() throws Exception {
        for (Stead stead : steads) {
            stead.close();
        }
    }

    @Test
    void whatever_the_machine_says_what_time_it_is() throws Exception {
        FinalState undisturbed = database.finalState();
        press.forget();
        stack.samplePress().forgetAsked();
        editions.begin();
        Instant begun = Instant.now();
        start();
        jump(Duration.ofHours(6));
        jump(Duration.ofHours(-5));
        for (Stead stead : steads) {
            stead.service().close();
        }
        clock.wrongBy(Duration.ofHours(30));
        start();
        jump(Duration.ZERO);
        press.awaitEnd();
        editions.awaitEnd();
        Sent sent = editions.compared(List.of());
        Duration lasted = Duration.between(begun, Instant.now());
        System.out.printf(
                "clock: %d editions and %d alerts in %d copies%n", sent.editions(), sent.alerts(), sent.copies());

        assertThat(FinalState.differences(
                        undisturbed.arrival(), database.finalState().arrival()))
                .isEmpty();
        assertThat(sent.faults()).isEmpty();
        assertThat(sent.editions()).isLessThanOrEqualTo((int) (lasted.dividedBy(PERIOD) + 3) * 3);
        assertThat(database.count("select count(*) from digest_issue where period_end > now()"))
                .isZero();
        feedsWereAskedOnce();
        nothingLiesStill();
    }

    /** At the start right or wrong, as the clock is. */
    private void start() throws Exception {
        for (Stead stead : steads) {
            stead.service().start();
        }
    }

    /** Once more has been read since the last time, or all has been. */
    private void jump(Duration to) throws Exception {
        int read = press.articlesAnalysed();
        waiting().until(() -> press.articlesAnalysed() > read + 4 || press.ended());
        clock.wrongBy(to);
        int then = press.articlesAnalysed();
        String sent = "select count(*) from mail_delivery where state = 'SENT'";
        int mails = database.count(sent);
        waiting().until(() -> (press.articlesAnalysed() > then || press.ended()) && database.count(sent) > mails);
    }

    /** A feed is asked again after minutes at the earliest, once more for each time that it was cut off. */
    private void feedsWereAskedOnce() {
        Map<String, Integer> asked = stack.samplePress().asked();
        assertThat(database.lines("select url from feed"))
                .allSatisfy(
                        feed -> assertThat(asked.getOrDefault(feed, 0)).as(feed).isBetween(1, 2));
    }

    /** What comes each night waits for no more than a day, all else that recurs for an hour at most. */
    private void nothingLiesStill() {
        assertThat(database.lines("""
                        select task_name || ' ' || execution_time - now() from (
                          select * from ingest_task union all select * from analysis_task union all select * from web_task) task
                        where task_instance = 'recurring' and execution_time > now()
                          + case when task_name = 'expire-texts' then interval '24 hours' else interval '65 minutes' end""")).isEmpty();
        assertThat(database.lines("select url from feed where next_poll_at > now() + interval '25 hours'"))
                .isEmpty();
        assertThat(database.lines("select id from article_version where fetched_at > now() or analysed_at > now()"))
                .isEmpty();
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(300));
    }
}
