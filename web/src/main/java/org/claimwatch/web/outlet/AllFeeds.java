package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.outlet.OpmlWriter.Exported;
import org.claimwatch.web.outlet.OpmlWriter.ExportedFeed;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/** Which outlets and feeds does this instance have? */
@ApplicationScoped
class AllFeeds {
    private final Rows rows;

    AllFeeds(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long id,
            String name,
            String homeUrl,
            @Nullable String language,
            @Nullable String country,
            @Nullable String ownership,
            @Nullable String url,
            @Nullable String title,
            @Nullable String kind) {}

    List<Exported> byOutlet() {
        Map<Long, Exported> outlets = new LinkedHashMap<>();
        for (Row row : rows.list(Row.class, """
                select o.id, o.name, o.home_url, o.language, o.country, o.ownership, f.url, f.title, f.kind
                from outlet o left join feed f on f.outlet_id = o.id order by o.name, o.id, f.id
                """, Map.of())) {
            Exported outlet = outlets.computeIfAbsent(
                    row.id(),
                    id -> new Exported(
                            row.name(),
                            row.homeUrl(),
                            row.language(),
                            row.country(),
                            row.ownership(),
                            new ArrayList<>()));
            if (row.url() != null) {
                outlet.feeds().add(new ExportedFeed(row.url(), row.title(), row.kind()));
            }
        }
        return List.copyOf(outlets.values());
    }
}
