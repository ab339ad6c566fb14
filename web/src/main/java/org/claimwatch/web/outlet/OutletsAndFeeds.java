package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.outlet.OutletPage.ArticleLine;
import org.claimwatch.web.outlet.OutletPage.Health;
import org.claimwatch.web.outlet.OutletPage.Imprint;
import org.claimwatch.web.outlet.OutletPage.OutletLine;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.Position;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** What is known of outlets and their feeds within a period. */
@ApplicationScoped
class OutletsAndFeeds {
    private static final String WITHIN = "told.told_at >= :from and told.told_at < :to";

    private final Rows rows;

    OutletsAndFeeds(Rows rows) {
        this.rows = rows;
    }

    private record LineRow(
            long id,
            String name,
            String homeUrl,
            @Nullable String country,
            @Nullable String language,
            @Nullable String ownership,
            long articles,
            long statements,
            long feeds,
            long failing,
            long fresh,
            boolean silent,
            @Nullable Instant newest) {}

    private static final String COUNTED = """
            left join (select told.outlet_id, count(*) as articles, max(told.told_at) as newest
                       from told_version told where %1$s group by told.outlet_id) told on told.outlet_id = o.id
            left join (select told.outlet_id, count(*) as statements
                       from told_statement told where %1$s group by told.outlet_id) said on said.outlet_id = o.id
            """.formatted(WITHIN);

    private static final String MATCHING = """
            left join (select told.outlet_id, count(distinct told.article_id) as articles, count(*) as statements,
                              max(told.told_at) as newest
                       %1$s where (%3$s) and %2$s group by told.outlet_id) said on said.outlet_id = o.id
            left join lateral (select said.articles, said.newest) told on true
            """;

    /** With what of each meets the condition: articles in which a statement does, and these statements. */
    List<OutletLine> lines(Period period, Condition matching, Reader reader) {
        var parameters = new HashMap<>(matching.parameters());
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        // Without a condition every article counts, those without statements too.
        String counted =
                matching.equals(Condition.ALL) ? COUNTED : MATCHING.formatted(Statements.FROM, WITHIN, matching.sql());
        return rows.keptList(LineRow.class, """
                        select o.id, o.name, o.home_url, o.country, o.language, o.ownership,
                               coalesce(told.articles, 0) as articles, coalesce(said.statements, 0) as statements,
                               (select count(*) from feed f where f.outlet_id = o.id) as feeds,
                               (select count(*) from feed f
                                where f.outlet_id = o.id and f.state in ('FAILING', 'RETIRED')
                                and f.stopped_at is null) as failing,
                               (select count(*) from feed f where f.outlet_id = o.id and f.state = 'NEW') as fresh,
                               exists (select from outlet_silence q
                                where q.outlet_id = o.id and q.ended_at is null) as silent,
                               told.newest
                        from outlet o %s
                        order by coalesce(told.articles, 0) desc, o.name
                        """.formatted(counted), parameters).stream()
                .map(row -> new OutletLine(
                        new Imprint(
                                row.id(), row.name(), row.homeUrl(), row.country(), row.language(), row.ownership()),
                        row.articles(),
                        row.statements(),
                        new Health(row.feeds(), row.failing(), row.fresh(), row.silent()),
                        When.ofNullable(row.newest(), reader.now(), reader.zone())))
                .toList();
    }

    Optional<Imprint> imprint(long id) {
        return rows.first(
                Imprint.class,
                "select id, name, home_url, country, language, ownership from outlet where id = :id",
                Map.of("id", id));
    }

    /** By holder, OUTLET or SPEAKER: the two are never added up. What the machine doubts is left out. */
    List<Position> positions(long outletId, String holder, Period period) {
        return rows.list(Position.class, """
                select told.target, count(*) filter (where told.polarity = 'FAVOR') as favour,
                       count(*) filter (where told.polarity = 'AGAINST') as against,
                       count(*) filter (where told.polarity = 'NEUTRAL') as neutral
                from told_stance told
                where told.outlet_id = :outlet and (told.statement_id is null) = (:holder = 'OUTLET') and told.sure and %s
                group by told.target order by count(*) desc, told.target limit 15
                """.formatted(WITHIN), of(outletId, period, Map.of("holder", holder)));
    }

    Total articleTotal(long outletId, Period period) {
        return rows.total("""
                select from told_version told where told.outlet_id = :outlet and %s
                """.formatted(WITHIN), of(outletId, period, Map.of()));
    }

    private record ArticleRow(
            long id,
            String title,
            @Nullable String language,
            Instant at,
            boolean publishedDayOnly,
            int number,
            long statements) {}

    private static final Falling NEWEST = Falling.by(Falling.moment("at"), Falling.number("id"));

    Slice<ArticleLine> articles(long outletId, Period period, Address here, Reader reader) {
        return rows.slice(
                        ArticleRow.class,
                        """
                        select told.article_id as id, v.title, v.language, told.told_at as at, v.published_day_only, v.number,
                               (select count(*) from statement s where s.article_version_id = v.id) as statements
                        from told_version told join article_version v on v.id = told.article_version_id
                        where told.outlet_id = :outlet and %s
                        """.formatted(WITHIN),
                        of(outletId, period, Map.of()),
                        Slice.Asked.of(NEWEST, here))
                .map(found -> found.stream()
                        .map(row -> new ArticleLine(
                                row.id(),
                                row.title(),
                                row.language() == null ? "" : row.language(),
                                reader.published(row.at(), row.publishedDayOnly()),
                                row.number(),
                                row.statements()))
                        .toList());
    }

    private static Map<String, Object> of(long outletId, Period period, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("outlet", outletId);
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        return parameters;
    }
}
