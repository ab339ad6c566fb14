package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.today.TodayPage.Trouble;
import org.jspecify.annotations.Nullable;

/** What stands in the way of knowing: outlets that have fallen silent first, then feeds that do not yield; the newest on top. */
@ApplicationScoped
class Troubles {
    private final Rows rows;

    Troubles(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long outletId,
            String outlet,
            @Nullable String url,
            @Nullable String kind,
            int failures,
            @Nullable String evidence,
            Instant since,
            double perWeek,
            double missing) {}

    List<Trouble> of(Reader reader) {
        return rows.list(Row.class, """
                        select o.id as outlet_id, o.name as outlet, null as url, 'SILENT' as kind, 0 as failures,
                               null as evidence, q.since, q.usual_per_week as per_week, q.usual_since as missing, 0 as rank
                        from outlet_silence q join outlet o on o.id = q.outlet_id where q.ended_at is null
                        union all
                        select o.id, o.name, f.url, f.trouble, f.consecutive_failures,
                               coalesce(f.trouble_evidence, f.last_error),
                               coalesce(f.trouble_since, f.last_poll_at, f.created_at), 0, 0, 1
                        from feed f join outlet o on o.id = f.outlet_id
                        where (f.state in ('FAILING', 'RETIRED') or f.trouble is not null) and f.stopped_at is null
                        order by rank, since desc, outlet
                        """, Map.of()).stream()
                .map(row -> new Trouble(
                        row.outletId(),
                        row.outlet(),
                        row.url(),
                        row.kind(),
                        row.failures(),
                        row.evidence(),
                        reader.when(row.since()),
                        Math.round(row.perWeek()),
                        Math.round(row.missing())))
                .toList();
    }
}
