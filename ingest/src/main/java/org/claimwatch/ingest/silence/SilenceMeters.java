package org.claimwatch.ingest.silence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scraper which outlets are silent and for how long. Each replica asks the database: the watch runs on one of them at a
 * time, and what it once counted would stand on that one for ever.
 */
@Singleton
class SilenceMeters {
    private static final Duration EVERY = Duration.ofSeconds(20);

    /** So many outlets have a series of their own, those that are silent longest; all are counted. */
    private static final int NAMED = 200;

    private final DataSource dataSource;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();
    private final MultiGauge silences;
    private @Nullable ScheduledExecutorService rounds;

    SilenceMeters(DataSource dataSource, MeterRegistry metrics, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
        metrics.gauge("claimwatch.ingest.silent", count);
        this.silences = MultiGauge.builder("claimwatch.ingest.outlet.silence.seconds")
                .description("since the newest article of an outlet that is usually busy and silent now")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("silence-meters").factory());
        var _ = rounds.scheduleWithFixedDelay(this::look, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (rounds != null) {
            rounds.shutdownNow();
        }
    }

    /** While the database is away what it said last goes on. */
    void look() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select o.id, o.name, s.since, count(*) over () as silent
                        from outlet_silence s join outlet o on o.id = s.outlet_id
                        where s.ended_at is null order by s.since, o.id limit\s""" + NAMED)) {
            List<MultiGauge.Row<?>> named = new ArrayList<>();
            long silent = 0;
            while (rows.next()) {
                silent = rows.getLong("silent");
                Instant since = rows.getObject("since", OffsetDateTime.class).toInstant();
                named.add(MultiGauge.Row.of(
                        Tags.of("outlet", rows.getString("id"), "name", rows.getString("name")),
                        () -> Duration.between(since, clock.instant()).toSeconds()));
            }
            count.set(silent);
            silences.register(named, true);
        } catch (SQLException e) {
            // The next round asks again, and readiness says that the database is away.
        } catch (RuntimeException e) {
            // Whatever leaves a round ends all of them.
            Log.warn("The silent outlets could not be counted; the next round does it", e);
        }
    }
}
