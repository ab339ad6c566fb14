package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.SamplePressResource;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One text that all outlets print at once, each making the same claims: two replicas and an analysis wait for each other. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class ManyReprintsTest {
    private static final int REPRINTS = 12;
    private static final int CLAIMS = 6;

    @Inject
    NearDuplicates duplicates;

    @Inject
    MeterRegistry metrics;

    @Inject
    Session session;

    @BeforeEach
    void print() {
        forget();
        run(
                "insert into outlet (id, name, home_url) select n, 'Outlet ' || n, 'http://reprint.example/' || n from %s",
                REPRINTS);
        run("insert into claim (id, text, check_worthy) select n, 'Claim ' || n, 0.9 from %s", CLAIMS);
        run("insert into article (id, outlet_id, url) select n, n, 'http://reprint.example/a/' || n from %s", REPRINTS);
        run("""
                insert into article_version (id, article_id, number, title, text, fetched_at, content_hash, analysed_at,
                  analysis_version)
                select n, n, 1, 'The pier', (select string_agg('Ward ' || w || ' of the harbour closes its northern pier.', ' ')
                                             from generate_series(1, 40) w), now(), '', now(), 'x' from %s""", REPRINTS);
        run("""
                insert into statement (id, article_version_id, ordinal, speaker_name, speaker_kind, form, content, confidence,
                  check_worthy)
                select n, 1 + (n - 1) / 6, (n - 1) %% 6, 'an official', 'UNNAMED', 'INDIRECT', 'Claim ' || 1 + (n - 1) %% 6, 0.9, 0.9
                from %s""", REPRINTS * CLAIMS);
        run("""
                insert into claim_statement (claim_id, statement_id, polarity, confidence)
                select 1 + (n - 1) %% 6, n, 'ASSERTS', 0.9 from %s""", REPRINTS * CLAIMS);
    }

    @AfterEach
    void forget() {
        run("delete from outlet where id in (select n from %s)", REPRINTS);
        run("delete from claim where id in (select n from %s)", CLAIMS);
    }

    @Test
    void are_linked_by_whichever_replica_while_claims_are_assigned() throws Exception {
        var replicas = List.of(new DuplicateLinking(duplicates, metrics), new DuplicateLinking(duplicates, metrics));
        List<Callable<Void>> work = new ArrayList<>();
        for (long version = 1; version <= REPRINTS; version++) {
            long each = version;
            work.add(() -> {
                replicas.get((int) each % 2).link(each);
                return null;
            });
            work.add(() -> {
                assignClaimsAnew(each);
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(number("select count(*) from near_duplicate")).isEqualTo(REPRINTS * (REPRINTS - 1) / 2);
        assertThat(number("select count(*) from told_origin where handed_on"))
                .as("all but the first print hand on what the first one had")
                .isEqualTo((REPRINTS - 1) * CLAIMS);
        assertThat(number("select count(*) from told_origin_now n full join told_origin o using (statement_id)"
                        + " where (n.origin, n.handed_on) is distinct from (o.origin, o.handed_on)"))
                .isZero();
    }

    /** As an analysis does that reads the version anew: claim by claim, in an order of its own. */
    private void assignClaimsAnew(long version) {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeQuery("select 1 from (select hold_claims()) as held", Integer.class)
                    .getSingleResult();
            for (long claim = 0; claim < CLAIMS; claim++) {
                long statement = (version - 1) * CLAIMS + 1 + (claim + version) % CLAIMS;
                session.createNativeMutationQuery(
                                "update claim_statement set confidence = 0.8 where statement_id = :statement")
                        .setParameter("statement", statement)
                        .executeUpdate();
            }
        });
    }

    private void run(String sql, int rows) {
        String series = "generate_series(1, %d) n".formatted(rows);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        session.createNativeMutationQuery(sql.formatted(series)).executeUpdate());
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(sql, Long.class).getSingleResult());
    }
}
