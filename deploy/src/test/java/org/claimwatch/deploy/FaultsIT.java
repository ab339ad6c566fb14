package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.core.ConditionFactory;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.support.Editions;
import org.claimwatch.deploy.support.Editions.Sent;
import org.claimwatch.deploy.support.Everything;
import org.claimwatch.deploy.support.FaultProxy;
import org.claimwatch.deploy.support.FaultProxy.Fault;
import org.claimwatch.deploy.support.FinalState;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.SmallDisk;
import org.claimwatch.deploy.support.Stead;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What services lean on fails while articles are on their way: the database is away and comes back, the mail server refuses,
 * breaks off and stalls, the archive's disk is full. What is left in the end is what an undisturbed run leaves.
 */
@ExtendWith(WholeStack.class)
@EnabledIfSystemProperty(named = "crash.blows", matches = "\\d+", disabledReason = "part of ./claimwatch test --crash")
class FaultsIT {
    private static final List<String> SERVICES = List.of("ingest", "analysis", "web");

    private final Map<String, Stead> steads = new HashMap<>();
    private final List<FaultProxy> proxies = new ArrayList<>();
    private LocalStack stack;
    private Everything database;
    private ReadPress press;
    private Editions editions;
    private FaultProxy postgres;
    private FaultProxy smtp;
    private final SmallDisk disk =
            new SmallDisk(Path.of("target/stack/small-disk").toAbsolutePath());

    @BeforeEach
    void standInBetween(LocalStack stack) throws Exception {
        disk.mount();
        this.stack = stack;
        database = new Everything(stack);
        press = new ReadPress(stack.database());
        editions = new Editions(database, stack.mailCatcher());
        press.awaitEnd();
        Ports free = Ports.free();
        postgres = new FaultProxy(free.postgres(), stack.ports().postgres());
        proxies.add(postgres);
        smtp = new FaultProxy(free.smtp(), stack.ports().smtp());
        proxies.add(smtp);
        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:%d/claimwatch".formatted(postgres.port()),
                "QUARKUS_MAILER_PORT", Integer.toString(smtp.port()),
                "CLAIMWATCH_MAIL_PATIENCE", "PT5S",
                "CLAIMWATCH_ARCHIVE_KEEP_FREE", "0",
                "CLAIMWATCH_ARCHIVE_FOLDER", disk.folder().toString());
        SERVICES.forEach(service -> steads.put(service, new Stead(stack, service, settings)));
    }

    @AfterEach
    void leave() throws Exception {
        for (Stead stead : steads.values()) {
            stead.close();
        }
        disk.close();
        for (FaultProxy proxy : proxies) {
            proxy.close();
        }
    }

    @Test
    void whatever_fails_for_a_while_nothing_is_lost_and_nothing_comes_twice() throws Exception {
        FinalState undisturbed = database.finalState();
        press.forget();
        editions.begin();
        for (String service : SERVICES) {
            stead(service).service().start();
        }
        waiting().until(() -> database.count("select count(*) from archived_page where waiting is not null") >= 3);
        databaseGoesAndComes();
        mailServerFails();
        stack.restartDatabase();
        assertThat(database.lines("select error from archived_page where waiting is not null limit 1")
                        .getFirst())
                .isNotBlank();
        disk.grow();
        hurry();
        press.awaitEnd();
        editions.awaitEnd();
        Sent sent = editions.compared(List.of());
        System.out.printf(
                "faults: %d editions and %d alerts in %d copies%n", sent.editions(), sent.alerts(), sent.copies());
        assertThat(FinalState.differences(
                        undisturbed.arrival(), database.finalState().arrival()))
                .isEmpty();
        assertThat(sent.faults()).isEmpty();
        assertThat(sent.alerts()).isPositive();
        assertThat(database.lines("select key from archived_page"))
                .allSatisfy(key -> assertThat(disk.folder().resolve(key)).isNotEmptyFile());
        aRefusalForGoodIsBelieved();
    }

    /** Readiness falls while liveness stays, so that nobody restarts what only waits. */
    private void databaseGoesAndComes() throws Exception {
        postgres.set(new Fault.Refuse());
        waiting()
                .until(() ->
                        SERVICES.stream().allMatch(service -> stead(service).probe("ready") == 503));
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(stead(service).probe("live")).isEqualTo(200));
        postgres.set(new Fault.None());
        waiting()
                .until(() ->
                        SERVICES.stream().allMatch(service -> stead(service).probe("ready") == 200));
        postgres.set(new Fault.Delay(Duration.ofMillis(50)));
        waiting().until(() -> postgres.met() > 50);
        postgres.set(new Fault.None());
    }

    private void mailServerFails() throws Exception {
        for (Fault fault : List.of(
                new Fault.Refuse(),
                new Fault.Answer("RCPT TO", "451 4.3.2 the system is busy\r\n"),
                new Fault.Answer("DATA", "452 4.3.1 no room\r\n"),
                // Sender and recipient take some 200 bytes; a mail has thousands.
                new Fault.CutAfter(1500),
                new Fault.Stall())) {
            String before = database.lines(
                            "select coalesce(sum(attempts), 0) from mail_delivery where state = 'PENDING'")
                    .getFirst();
            smtp.set(fault);
            waiting()
                    .until(() -> database.count("""
                            select count(*) from mail_delivery where state = 'PENDING' and attempts > 0 and answer is not null""") > 0
                            && !database.lines(
                                            "select coalesce(sum(attempts), 0) from mail_delivery where state = 'PENDING'")
                                    .getFirst()
                                    .equals(before)
                            && (fault instanceof Fault.Refuse || smtp.met() > 0));
        }
        theDatabaseGoesBeforeTheMailServersWord();
        smtp.set(new Fault.None());
    }

    /** The mail server has a mail and is about to say so when the database is cut off: nobody sends that mail again. */
    private void theDatabaseGoesBeforeTheMailServersWord() throws Exception {
        smtp.set(new Fault.Delay(Duration.ofSeconds(2)));
        int caught = stack.mailCatcher().caught().size();
        waiting().until(() -> stack.mailCatcher().caught().size() > caught);
        postgres.cutAll();
    }

    /** Tasks that failed try again in minutes; here as if those had passed. */
    private void hurry() {
        waiting().until(() -> {
            database.run("""
                    update ingest_task set execution_time = now() where consecutive_failures > 0 and not picked
                    and task_instance <> 'recurring'""", """
                    update analysis_task set execution_time = now() where consecutive_failures > 0 and not picked
                    and task_instance <> 'recurring'""");
            return press.ended();
        });
    }

    /** 5xx: that copy has failed, the others of the same letter have not, and nobody tries it again. */
    private void aRefusalForGoodIsBelieved() throws Exception {
        smtp.set(new Fault.Answer("RCPT TO", "550 5.1.1 no such person\r\n"));
        stack.mailCatcher().forget();
        long refused = editions.oneMore();
        assertThat(database.lines("""
                        select d.state || ' ' || d.attempts || ' ' || d.answer from mail_delivery d
                        join mail_letter l on l.id = d.letter_id where l.digest_issue_id = %d""".formatted(refused)))
                .hasSize(3)
                .allSatisfy(copy -> assertThat(copy).startsWith("FAILED 1 ").contains("no such person"));
        assertThat(stack.mailCatcher().caught()).isEmpty();
    }

    private Stead stead(String service) {
        return Objects.requireNonNull(steads.get(service), service);
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(300));
    }
}
