package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Service;
import org.claimwatch.deploy.support.Editions;
import org.claimwatch.deploy.support.Editions.Sent;
import org.claimwatch.deploy.support.Everything;
import org.claimwatch.deploy.support.FinalState;
import org.claimwatch.deploy.support.OlderRelease;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Stead;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The release before reads, its tables migrate beneath it, both releases work side by side, then the older one ends: what is
 * left is what this release alone leaves.
 */
@ExtendWith(WholeStack.class)
@EnabledIfSystemProperty(named = "crash.blows", matches = "\\d+", disabledReason = "part of ./claimwatch test --crash")
class RollingUpgradeIT {
    private static final List<String> SERVICES = List.of("ingest", "analysis", "web");
    private static final String MIGRATIONS = "select count(*) from flyway_schema_history where success";
    private static final String SENT = "select count(*) from mail_delivery where state = 'SENT'";

    private final List<Stead> older = new ArrayList<>();
    private final List<Service> newer = new ArrayList<>();

    /** Whatever happened, the tests after this one find today's tables. */
    @AfterEach
    void leave(LocalStack stack) throws Exception {
        newer.forEach(Service::close);
        older.forEach(stead -> stead.service().close());
        stack.postgres().migrate();
        for (Stead stead : older) {
            stead.close();
        }
    }

    @Test
    void both_releases_work_side_by_side_on_migrated_tables(LocalStack stack) throws Exception {
        OlderRelease release = OlderRelease.built(Path.of("..").toAbsolutePath().normalize());
        Everything database = new Everything(stack);
        ReadPress press = new ReadPress(stack.database());
        Editions editions = new Editions(database, stack.mailCatcher());
        press.awaitEnd();
        FinalState undisturbed = database.finalState();
        int migrations = database.count(MIGRATIONS);
        Folders build = stack.folders().withProject(release.checkout());
        for (String service : SERVICES) {
            older.add(new Stead(stack, service, Map.of(), build));
        }
        release.makeTables(stack.postgres().owner());
        int before = database.count(MIGRATIONS);
        assumeThat(migrations).as("migrations since that release").isGreaterThan(before);
        // Who reads in comes last: what it brings is to be told by digests that are there, and by a service that knows
        // them.
        older.get(1).service().start();
        older.get(2).service().start();
        stack.insertSample();
        editions.begin();
        older.getFirst().service().start();
        progress(database, press, 6);

        stack.postgres().migrate();
        assertThat(database.count(MIGRATIONS)).isEqualTo(migrations);
        progress(database, press, 4);

        for (String service : SERVICES) {
            Service one = stack.another(service, service + "-newer", Map.of());
            newer.add(one);
            one.start();
        }
        progress(database, press, 4);
        older.forEach(stead -> stead.service().close());

        press.awaitEnd();
        waiting().until(() -> database.count("""
                        select count(*) from article_version where analysis_version is distinct from (
                          select name from analysis_release order by id desc limit 1)""") == 0);
        editions.awaitEnd();
        Sent sent = editions.compared(List.of());
        System.out.printf(
                "rolling upgrade: %d migrations beneath the older release; %d editions and %d alerts in %d copies%n",
                migrations - before, sent.editions(), sent.alerts(), sent.copies());
        // Whom only the older release heard speak stays without a statement, as after any new analysis.
        database.run("""
                delete from actor a
                where not exists (select from statement s where a.id in (s.speaker_id, s.read_speaker_id))""");
        assertThat(FinalState.differences(
                        undisturbed.arrival(), database.finalState().arrival()))
                .isEmpty();
        assertThat(sent.faults()).isEmpty();
    }

    /** So many more texts are read, or all are, and a mail goes out. */
    private static void progress(Everything database, ReadPress press, int texts) {
        int read = press.articlesAnalysed();
        int mails = database.count(SENT);
        waiting()
                .until(() ->
                        (press.articlesAnalysed() >= read + texts || press.ended()) && database.count(SENT) > mails);
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(300));
    }
}
