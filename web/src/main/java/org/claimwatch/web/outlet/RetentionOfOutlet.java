package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.OutletWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** For how long are an outlet's texts kept? Ingest gives them up when that is over. */
@ApplicationScoped
class RetentionOfOutlet {
    private static final int MOST_DAYS = 36_500;

    private final Rows rows;
    private final Session session;
    private final Clock clock;

    RetentionOfOutlet(Rows rows, Session session, Clock clock) {
        this.rows = rows;
        this.session = session;
        this.clock = clock;
    }

    private record Row(String name, @Nullable Integer retentionDays, long older) {}

    Optional<RetentionPage> of(long outletId, boolean administers) {
        return rows.first(Row.class, """
                        select o.name, o.retention_days, (
                          select count(*) from article_version v join article a on a.id = v.article_id
                          where a.outlet_id = o.id
                            and v.fetched_at < cast(:now as timestamptz) - o.retention_days * interval '1 day') as older
                        from outlet o where o.id = :outlet
                        """, Map.of("outlet", outletId, "now", clock.instant()))
                .map(row -> new RetentionPage(
                        outletId,
                        row.name(),
                        row.retentionDays(),
                        row.retentionDays() == null ? "" : Integer.toString(row.retentionDays()),
                        row.older(),
                        administers,
                        List.of()));
    }

    /** What is wrong with what was entered; an empty field means for ever. */
    static List<String> problems(String entered) {
        String days = entered.strip();
        boolean fits = days.isEmpty()
                || (days.matches("[0-9]{1,5}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= MOST_DAYS);
        return fits ? List.of() : List.of(OutletWords.SAY.badDays(days, MOST_DAYS));
    }

    @Transactional
    void keep(long outletId, String entered) {
        String days = entered.strip();
        session.createNativeMutationQuery(
                        "update outlet set retention_days = cast(:days as integer) where id = :outlet")
                .setParameter("days", days.isEmpty() ? null : Integer.valueOf(days), Integer.class)
                .setParameter("outlet", outletId)
                .executeUpdate();
    }
}
