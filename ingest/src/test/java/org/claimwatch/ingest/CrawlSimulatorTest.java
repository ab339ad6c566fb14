package org.claimwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.Fetcher;
import org.claimwatch.ingest.poll.OtherPolling;
import org.claimwatch.ingest.robots.HostSlots;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.store.OtherFetching;
import org.claimwatch.ingest.support.Misbehaviour;
import org.claimwatch.ingest.support.SimulatedHost;
import org.claimwatch.ingest.support.SimulationResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hundreds of hosts, good and bad, and two replicas' workers: nobody is treated badly, and nobody suffers for another. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SimulationResource.class)
class CrawlSimulatorTest {
    private static final int HEALTHY = 120;
    private static final int OF_EACH_KIND = 4;
    private static final int ARTICLES = 2;

    private final List<SimulatedHost> healthy = new ArrayList<>();
    private final Map<String, Misbehaviour> hostile = new HashMap<>();
    private final List<SimulatedHost> hosts = new ArrayList<>();
    private volatile Duration skipped = Duration.ZERO;

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource dataSource;

    @Inject
    OtherPolling otherPolling;

    @Inject
    OtherFetching otherFetching;

    @Inject
    Fetcher fetcher;

    @Inject
    HostSlots slots;

    @Inject
    FetchConfig config;

    private Scheduler secondReplica;

    @AfterEach
    void close() throws IOException {
        if (secondReplica != null) {
            secondReplica.stop();
        }
        for (SimulatedHost host : hosts) {
            host.close();
        }
    }

    @Test
    void hosts_are_treated_well_and_feeds_end_in_the_right_state() {
        openHosts();
        // What it shares with the first is the database alone: each asks for robots.txt by itself.
        var otherDoor = new PoliteFetcher(fetcher, slots, config, Clock.systemUTC());
        secondReplica = Queue.INGEST
                .worker(dataSource, List.of(otherPolling.task(otherDoor), otherFetching.task(otherDoor)), 16)
                .build();
        secondReplica.start();
        addFeeds();
        // How fast 224 hosts in one process answer is this machine's matter, not the crawler's: the patience is long.
        await("the healthy hosts' articles, though the hostile hosts are asked first")
                .atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> {
                    assertThat(hindered()).isEmpty();
                    assertThat(number("select count(*) from article_version")).isEqualTo(HEALTHY * ARTICLES);
                });
        awaitQuiet();
        compareStates();
        skip(Duration.ofMinutes(20));
        awaitQuiet();
        skip(Duration.ofMinutes(50));
        awaitQuiet();
        assertThat(hosts.stream().flatMap(host -> host.violations().stream()).toList())
                .as("what webmasters complain of")
                .isEmpty();
        assertThat(number("select count(*) from article_version")).isEqualTo(HEALTHY * ARTICLES);
        assertThat(number("select count(*) from article")).isEqualTo(HEALTHY * ARTICLES);
        assertThat(healthy)
                .allSatisfy(host -> assertThat(host.requests())
                        .filteredOn(path -> path.startsWith("/news/"))
                        .as("each article once")
                        .doesNotHaveDuplicates());
    }

    private void openHosts() {
        for (int i = 0; i < HEALTHY; i++) {
            SimulatedHost host = open().expecting(SimulationResource.GAP, "/private");
            host.behave(c -> {
                switch (c.path()) {
                    case "/robots.txt" -> c.send(200, "User-agent: *\nDisallow: /private\n");
                    case "/feed" -> c.send(200, Misbehaviour.feed(host, ARTICLES));
                    default -> c.send(200, Misbehaviour.article(c.path()), "Content-Type: text/html; charset=utf-8");
                }
            });
            healthy.add(host);
        }
        for (Misbehaviour kind : Misbehaviour.values()) {
            for (int i = 0; i < OF_EACH_KIND; i++) {
                SimulatedHost host = open();
                kind.begin(host, SimulationResource.GAP);
                hostile.put(host.base(), kind);
            }
        }
    }

    private SimulatedHost open() {
        SimulatedHost host = new SimulatedHost(() -> skipped);
        hosts.add(host);
        return host;
    }

    /** The hostile ones have been due for longest, so that they come first. */
    private void addFeeds() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = Instant.now();
            hostile.keySet().forEach(base -> add(base, now.minusSeconds(60)));
            healthy.forEach(host -> add(host.base(), now));
        });
    }

    private void add(String base, Instant due) {
        Outlet outlet = new Outlet(base, base + "/", due);
        entityManager.persist(outlet);
        entityManager.persist(new Feed(outlet, base + "/feed", due));
    }

    /** Nothing is due and nothing is under way; what waits for more than a minute is a matter of later. */
    private void awaitQuiet() {
        await("all feeds asked").atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
            assertThat(number("select count(*) from feed where state <> 'RETIRED' and next_poll_at < now() +"
                            + " interval '20 s'"))
                    .isZero();
            assertThat(number("select count(*) from ingest_task where task_name in ('poll-feed', 'fetch-article')"
                            + " and (picked or execution_time < now() + interval '1 min')"))
                    .isZero();
        });
    }

    /** All that is written down in times happened that much earlier: to ingest it is as if the time had passed. */
    private void skip(Duration time) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("feed", "host_slot", "ingest_task")) {
                List<?> columns = entityManager
                        .createNativeQuery("select column_name from information_schema.columns"
                                + " where table_name = ?1 and data_type = 'timestamp with time zone'")
                        .setParameter(1, table)
                        .getResultList();
                String moves = String.join(
                        ", ",
                        columns.stream()
                                .map(column -> column + " = " + column + " - interval '" + time.toSeconds() + " s'")
                                .toList());
                entityManager
                        .createNativeQuery("update " + table + " set " + moves)
                        .executeUpdate();
            }
        });
        skipped = skipped.plus(time);
    }

    private void compareStates() {
        Map<String, String> wrong = new TreeMap<>();
        List<?> feeds = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select url, state, coalesce(last_error, ''), coalesce(trouble, ''), next_poll_reason"
                                        + " from feed")
                        .getResultList());
        for (Object row : feeds) {
            Object[] feed = (Object[]) row;
            String base = feed[0].toString().replaceFirst("(http://[^/]+).*", "$1");
            Misbehaviour kind = hostile.get(base);
            String states = kind == null ? "ACTIVE" : kind.states();
            String told = kind == null ? "" : kind.told();
            boolean isTold = told.isEmpty()
                    || Pattern.compile(told).matcher(feed[2].toString()).find();
            String troubles = kind == null ? "" : kind.troubles();
            if (!feed[1].toString().matches(states) || !feed[3].toString().matches(troubles) || !isTold) {
                wrong.put(
                        (kind == null ? "healthy" : kind.name()) + " " + feed[0],
                        feed[1] + " " + feed[3] + ": " + feed[2] + "; " + feed[4]);
            }
            if (kind == Misbehaviour.HAS_MOVED) {
                assertThat(feed[0].toString()).endsWith("/moved");
            }
        }
        assertThat(wrong).as("feeds that ended otherwise than they should").isEmpty();
    }

    /** What keeps healthy hosts' articles away, for whoever has to find out why they do not come. */
    private List<String> hindered() {
        var hindered = new ArrayList<String>();
        for (Object row : QuarkusTransaction.requiringNew()
                .call(() -> entityManager.createNativeQuery("""
                        select url, coalesce(last_error, '') || '; ' || next_poll_reason from feed where last_error is not null
                        union all select url, fetch_error from article where fetch_error is not null""").getResultList())) {
            Object[] one = (Object[]) row;
            String base = one[0].toString().replaceFirst("(http://[^/]+).*", "$1");
            if (!hostile.containsKey(base)) {
                hindered.add(one[0] + ": " + one[1]);
            }
        }
        return hindered;
    }

    private long number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager.createNativeQuery(query).getSingleResult()).longValue());
    }
}
