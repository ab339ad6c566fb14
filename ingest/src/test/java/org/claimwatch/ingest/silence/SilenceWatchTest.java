package org.claimwatch.ingest.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.PublicationHistory;
import org.claimwatch.ingest.support.SamplePressResource;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database knows of an outlet's silence, from rows of feeds and articles to the alarm. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class SilenceWatchTest {
    /** A Tuesday, since the same date of the year before was a working day, too. */
    private static final Instant TUESDAY = Instant.parse("2026-09-08T00:00:00Z");

    private static final Duration PAST = Duration.ofDays(63);

    /** It is over, and a whole working day of silence with it. */
    private static final Instant TUESDAY_NIGHT = TUESDAY.plus(Duration.ofHours(23));

    @Inject
    Silences silences;

    @Inject
    DaysOff daysOff;

    @Inject
    SilenceMeters meters;

    @Inject
    MeterRegistry metrics;

    @Inject
    Library library;

    @Inject
    Session session;

    private int outlets;

    @BeforeEach
    @AfterEach
    void empty() {
        library.clear();
        outlets = 0;
    }

    @Test
    void a_past_is_read_from_the_articles_and_ends_with_the_last_time_somebody_asked() {
        long outlet = outlet("DE", TUESDAY);
        article(outlet, TUESDAY.minusSeconds(7200), TUESDAY.minusSeconds(7260));
        article(outlet, TUESDAY.minusSeconds(3600), TUESDAY.minus(Duration.ofDays(30)));
        article(outlet, TUESDAY.minus(Duration.ofDays(200)), null);
        Silences.Past past = call(() -> silences.past(outlet, TUESDAY));
        assertThat(past.articles())
                .as("as announced, unless long before it was found; nothing of last year")
                .containsExactly(TUESDAY.minusSeconds(7260), TUESDAY.minusSeconds(3600));
        assertThat(past.newest()).isEqualTo(TUESDAY.minusSeconds(3600));
        assertThat(past.from()).isEqualTo(TUESDAY.minus(PAST));
        assertThat(past.askedUntil()).isEqualTo(TUESDAY);
        run("update feed set state = 'FAILING' where outlet_id = " + outlet);
        assertThat(call(() -> silences.past(outlet, TUESDAY_NIGHT)).askedUntil())
                .as("a feed that fails is silent, too")
                .isEqualTo(TUESDAY_NIGHT);
        run("update feed set state = 'RETIRED' where outlet_id = " + outlet);
        assertThat(call(() -> silences.past(outlet, TUESDAY)).askedUntil()).isNull();
    }

    @Test
    void quiet_outlets_and_silent_ones_are_looked_at() {
        long quiet = outlet("DE", TUESDAY);
        long busy = outlet("DE", TUESDAY);
        run("update feed set last_new_entry_at = '%s' where outlet_id = %d"
                .formatted(TUESDAY.minusSeconds(9000), quiet));
        run("update feed set last_new_entry_at = '%s' where outlet_id = %d".formatted(TUESDAY, busy));
        assertThat(call(() -> silences.outletsToLookAt(TUESDAY.minusSeconds(60))))
                .containsExactly(quiet);
        assertThat(call(() -> silences.begin(busy, TUESDAY, TUESDAY, 50, 9, 1e-6)))
                .isTrue();
        assertThat(call(() -> silences.begin(busy, TUESDAY, TUESDAY_NIGHT, 50, 12, 1e-7)))
                .as("the same one")
                .isFalse();
        assertThat(call(() -> silences.outletsToLookAt(TUESDAY.minusSeconds(60))))
                .containsExactly(quiet, busy);
        assertThat(call(() -> session.createNativeQuery(
                                "select usual_since from outlet_silence where outlet_id = " + busy, Float.class)
                        .getSingleResult()))
                .isEqualTo(12f);
        QuarkusTransaction.requiringNew().run(() -> silences.end(busy, TUESDAY_NIGHT));
        assertThat(call(() -> silences.begin(busy, TUESDAY, TUESDAY_NIGHT, 50, 9, 1e-6)))
                .isTrue();
    }

    /** The watch runs on one replica at a time, and each of them is scraped. */
    @Test
    void a_scraper_reads_who_is_silent_and_for_how_long() {
        long outlet = outlet("DE", TUESDAY);
        Instant since = Instant.now().minus(Duration.ofHours(9));
        run(
                "insert into outlet_silence (outlet_id, since, noticed_at, usual_per_week, usual_since, chance) values (%d, '%s', '%s', 50, 9, 1e-6)"
                        .formatted(outlet, since, since));
        meters.look();
        assertThat(metrics.get("claimwatch.ingest.silent").gauge().value()).isOne();
        assertThat(silenceOf(outlet).gauge().value()).isBetween(32_400.0, 32_700.0);
        QuarkusTransaction.requiringNew().run(() -> silences.end(outlet, Instant.now()));
        meters.look();
        assertThat(metrics.get("claimwatch.ingest.silent").gauge().value()).isZero();
        assertThat(silenceOf(outlet).gauges()).isEmpty();
    }

    private Search silenceOf(long outlet) {
        return metrics.find("claimwatch.ingest.outlet.silence.seconds").tag("outlet", Long.toString(outlet));
    }

    @Test
    void a_working_day_without_a_line_is_a_silence_where_the_others_work() {
        long silent = officeHours("DE", TUESDAY);
        officeHours("DE", TUESDAY_NIGHT);
        officeHours("DE", TUESDAY_NIGHT);
        assertThat(isSilent(silent)).isTrue();
    }

    @Test
    void a_holiday_of_the_country_is_none() {
        long outlet = officeHours("DE", TUESDAY);
        officeHours("DE", TUESDAY);
        officeHours("DE", TUESDAY);
        assertThat(isSilent(outlet)).isFalse();
        long neighbour = officeHours("AT", TUESDAY);
        assertThat(isSilent(neighbour)).as("another country's holiday").isTrue();
    }

    @Test
    void a_date_on_which_it_was_silent_last_year_is_none() {
        long outlet = officeHours("DE", TUESDAY);
        Instant then = LocalDate.ofInstant(TUESDAY, ZoneOffset.UTC)
                .minusYears(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        for (int hour = -7 * 24; hour < 8 * 24; hour += 4) {
            if (hour < 0 || hour >= 24) {
                article(outlet, then.plus(Duration.ofHours(hour)), null);
            }
        }
        assertThat(isSilent(outlet)).isFalse();
    }

    private boolean isSilent(long outlet) {
        return call(() -> {
            Silences.Past past = silences.past(outlet, TUESDAY_NIGHT);
            var usual = UsualVolume.of(past.articles(), past.from(), past.newest());
            assertThat(usual.isAlarming(past.newest(), TUESDAY_NIGHT))
                    .as("without holidays")
                    .isTrue();
            return usual.isAlarming(past.newest(), TUESDAY_NIGHT, daysOff.of(outlet, past.newest(), TUESDAY_NIGHT));
        });
    }

    /** A newspaper that publishes on working days, until a time. */
    private long officeHours(String country, Instant until) {
        long outlet = outlet(country, TUESDAY_NIGHT);
        List<Instant> articles = PublicationHistory.NEWSPAPER_IN_OFFICE_HOURS.entries(
                TUESDAY.minus(PAST), PAST.plus(Duration.ofDays(1)), new Random(outlets));
        QuarkusTransaction.requiringNew()
                .run(() -> articles.stream().filter(at -> at.isBefore(until)).forEach(at -> insert(outlet, at, null)));
        return outlet;
    }

    private long outlet(String country, Instant polled) {
        int number = ++outlets;
        return call(() -> {
            long id = session.createNativeQuery(
                            "insert into outlet (name, home_url, country) values ('o%1$d',".formatted(number)
                                    + " 'http://o%1$d.example/', '%2$s') returning id".formatted(number, country),
                            Long.class)
                    .getSingleResult();
            session.createNativeMutationQuery("""
                            insert into feed (outlet_id, url, state, created_at, last_poll_at, next_poll_at)
                            values (%d, 'http://o%d.example/feed', 'ACTIVE', '%s', '%s', 'infinity')""".formatted(id, number, TUESDAY.minus(PAST), polled))
                    .executeUpdate();
            return id;
        });
    }

    private void article(long outlet, Instant found, Instant announced) {
        QuarkusTransaction.requiringNew().run(() -> insert(outlet, found, announced));
    }

    private void insert(long outlet, Instant found, Instant announced) {
        session.createNativeMutationQuery(
                        """
                        insert into article (outlet_id, url, discovered_at, announced_at, fetch_state)
                        values (%d, 'http://a.example/' || gen_random_uuid(), '%s', %s, 'FETCHED')""".formatted(outlet, found, announced == null ? "null" : "'" + announced + "'"))
                .executeUpdate();
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(sql).executeUpdate());
    }

    private <T> T call(java.util.concurrent.Callable<T> question) {
        return QuarkusTransaction.requiringNew().call(question);
    }
}
