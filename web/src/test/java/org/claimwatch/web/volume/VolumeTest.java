package org.claimwatch.web.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.support.SettableClock;
import org.claimwatch.web.support.Stranger;
import org.claimwatch.web.volume.Spike.Sensitivity;
import org.claimwatch.web.volume.Volume.Day;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days as one would count them by hand, in the reader's zone, and a spike on just the day that has one. */
@QuarkusTest
class VolumeTest {
    private static final Query QUERY = Query.of("marmoset");

    @Inject
    Stranger stranger;

    @Inject
    VolumeByDay volumes;

    @Inject
    Periods periods;

    @Inject
    Rows rows;

    @Inject
    SettableClock clock;

    private final List<Stranger.Rows> put = new ArrayList<>();

    @AfterEach
    void tidy() {
        put.forEach(stranger::remove);
        clock.reset();
    }

    @Test
    void a_day_of_nine_among_days_of_one_is_a_spike_and_doubtful_readings_make_none() {
        clock.set(Instant.parse("2031-05-31T12:00:00Z"));
        for (int day = 1; day <= 30; day++) {
            say(day == 20 ? 9 : 1, 0.95f, "2031-05-%02dT12:00:00Z".formatted(day));
        }
        say(8, 0.3f, "2031-05-25T12:00:00Z");
        Volume volume = of("30d", ZoneOffset.UTC);
        assertThat(volume.days()).hasSize(31);
        assertThat(volume.days().getLast().day()).isEqualTo(LocalDate.parse("2031-05-31"));
        assertThat(volume.statements()).isEqualTo(29 + 9 + 8);
        assertThat(volume.spikes()).extracting(Day::day).containsExactly(LocalDate.parse("2031-05-20"));
        Day doubted = volume.days().get(24);
        assertThat(doubted.day()).isEqualTo(LocalDate.parse("2031-05-25"));
        assertThat(doubted.statements()).isEqualTo(9);
        assertThat(doubted.sure()).isEqualTo(1);
        assertThat(doubted.usual()).isEqualTo((13 + 9) / 14.0);
        assertThat(of("7d", ZoneOffset.UTC).days())
                .hasSize(28)
                .filteredOn(Day::within)
                .hasSize(8);
        assertThat(volume.days())
                .allSatisfy(day -> assertThat(day.statements())
                        .isEqualTo(QuarkusTransaction.requiringNew()
                                .call(() -> rows.number(
                                        """
                                select count(*) from statement s join article_version v on v.id = s.article_version_id
                                where s.content like 'marmoset %' and v.published_at >= :from and v.published_at < :to
                                """,
                                        Map.of(
                                                "from", day.day().atStartOfDay().toInstant(ZoneOffset.UTC),
                                                "to",
                                                        day.day()
                                                                .plusDays(1)
                                                                .atStartOfDay()
                                                                .toInstant(ZoneOffset.UTC))))));
    }

    @Test
    void days_begin_where_the_reader_is_and_all_time_ends_with_the_newest() {
        clock.set(Instant.parse("2031-08-31T12:00:00Z"));
        say(2, 0.95f, "2031-05-10T23:30:00Z");
        assertThat(of("all", ZoneOffset.UTC).days().getLast().day()).isEqualTo(LocalDate.parse("2031-05-10"));
        Day there = of("all", ZoneId.of("Europe/Berlin")).days().getLast();
        assertThat(there.day()).isEqualTo(LocalDate.parse("2031-05-11"));
        assertThat(there.statements()).isEqualTo(2);
        assertThat(of(Query.of("nobodysaidthis"), "all", ZoneOffset.UTC).days()).isEmpty();
    }

    private Volume of(String period, ZoneId zone) {
        return of(QUERY, period, zone);
    }

    private Volume of(Query query, String period, ZoneId zone) {
        return QuarkusTransaction.requiringNew()
                .call(() -> volumes.of(
                        query,
                        periods.asked(Address.of("/").with("period", period), zone)
                                .period(),
                        Sensitivity.MEDIUM));
    }

    private void say(int times, float confidence, String at) {
        for (int i = 0; i < times; i++) {
            put.add(stranger.put(
                    "marmoset " + put.size(), "https://marmoset.example/" + put.size(), confidence, Instant.parse(at)));
        }
    }
}
