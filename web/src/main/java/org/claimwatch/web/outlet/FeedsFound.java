package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.outlet.SearchPage.CandidateLine;
import org.claimwatch.web.outlet.SearchPage.SearchLine;
import org.claimwatch.web.outlet.SearchPage.Watched;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/** What has a search for feeds found? */
@ApplicationScoped
class FeedsFound {
    private static final Duration RECENT = Duration.ofDays(1);

    private final Rows rows;

    FeedsFound(Rows rows) {
        this.rows = rows;
    }

    private record SearchRow(
            long id,
            String address,
            SearchState state,
            @Nullable String homeUrl,
            @Nullable String name,
            @Nullable String language,
            @Nullable String country,
            @Nullable String iconUrl,
            @Nullable String problem,
            Instant startedAt,
            @Nullable Long outletId,
            @Nullable String outletName) {}

    private record CandidateRow(
            String url,
            CandidateVerdict verdict,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String language,
            int entries,
            @Nullable Instant newestAt,
            @Nullable String reason,
            boolean suggested,
            @Nullable Long outletId,
            @Nullable String outletName) {}

    /** With the proposals and the ticks of the search itself. */
    Optional<SearchPage> page(long id, Reader reader) {
        return row(id).map(row -> {
            var form = new OutletForm();
            form.name = Objects.requireNonNullElse(row.name(), "");
            form.homeUrl = Objects.requireNonNullElse(row.homeUrl(), row.address());
            form.language = Objects.requireNonNullElse(row.language(), "");
            form.country = Objects.requireNonNullElse(row.country(), "");
            return page(row, form, List.of(), false, reader);
        });
    }

    /** With what somebody entered and ticked. */
    Optional<SearchPage> page(long id, OutletForm form, List<String> problems, Reader reader) {
        return row(id).map(row -> page(row, form, problems, true, reader));
    }

    /** The searches that somebody may come back to. */
    List<SearchLine> recent(Reader reader) {
        return rows.list(SearchRow.class, """
                        select s.id, s.address, s.state, s.home_url, s.name, s.language, s.country, s.icon_url,
                               s.problem, s.started_at, cast(null as bigint) as outlet_id,
                               cast(null as text) as outlet_name
                        from outlet_search s where s.outlet_id is null and s.started_at >= :since
                        order by s.started_at desc limit 5
                        """, Map.of("since", reader.now().minus(RECENT))).stream()
                .map(row -> new SearchLine(row.id(), row.address(), row.state(), reader.when(row.startedAt())))
                .toList();
    }

    private Optional<SearchRow> row(long id) {
        return rows.first(SearchRow.class, """
                select s.id, s.address, s.state, s.home_url, s.name, s.language, s.country, s.icon_url, s.problem,
                       s.started_at, s.outlet_id, o.name as outlet_name
                from outlet_search s left join outlet o on o.id = s.outlet_id where s.id = :id
                """, Map.of("id", id));
    }

    private SearchPage page(SearchRow row, OutletForm form, List<String> problems, boolean entered, Reader reader) {
        List<CandidateLine> candidates = rows.list(CandidateRow.class, """
                        select c.url, c.verdict, c.kind, c.title, c.language, c.entries, c.newest_at, c.reason,
                               c.suggested, f.outlet_id, o.name as outlet_name
                        from feed_candidate c left join feed f on f.url = c.url left join outlet o on o.id = f.outlet_id
                        where c.search_id = :search order by c.suggested desc, c.id
                        """, Map.of("search", row.id())).stream()
                .map(candidate -> line(candidate, form, entered, reader))
                .toList();
        return new SearchPage(
                row.id(),
                row.address(),
                row.state(),
                row.problem(),
                row.iconUrl(),
                reader.when(row.startedAt()),
                candidates,
                form,
                problems,
                watched(row.outletId(), row.outletName()));
    }

    private static CandidateLine line(CandidateRow row, OutletForm form, boolean entered, Reader reader) {
        return new CandidateLine(
                row.url(),
                row.verdict(),
                row.kind(),
                row.title(),
                row.language() == null ? "" : row.language(),
                row.entries(),
                When.ofNullable(row.newestAt(), reader.now(), reader.zone()),
                row.reason(),
                entered ? form.picked.contains(row.url()) : row.suggested(),
                watched(row.outletId(), row.outletName()));
    }

    private static @Nullable Watched watched(@Nullable Long id, @Nullable String name) {
        return id == null ? null : new Watched(id, String.valueOf(name));
    }
}
