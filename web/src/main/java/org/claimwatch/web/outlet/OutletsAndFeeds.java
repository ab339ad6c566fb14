package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.outlet.OutletPage.ArticleLine;
import org.claimwatch.web.outlet.OutletPage.Health;
import org.claimwatch.web.outlet.OutletPage.Imprint;
import org.claimwatch.web.outlet.OutletPage.OutletLine;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Confidence;
import org.claimwatch.web.reading.Position;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** What is known of outlets and their feeds within a period. */
@ApplicationScoped
class OutletsAndFeeds {
    private static final String WITHIN =
            "%s and %s >= :from and %s < :to".formatted(Statements.CURRENT, Statements.AT, Statements.AT);

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

    /** With what of each meets the condition: articles in which a statement does, and these statements. */
    List<OutletLine> lines(Period period, Condition matching, Reader reader) {
        var parameters = new HashMap<>(matching.parameters());
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        // Without a condition every article counts, those without statements too.
        String told =
                matching.equals(Condition.ALL) ? """
                  from article a join article_version v on v.article_id = a.id
                  left join statement s on s.article_version_id = v.id where\s""" : "%s where (%s) and ".formatted(Statements.FROM, matching.sql());
        return rows.keptList(LineRow.class, """
                        select o.id, o.name, o.home_url, o.country, o.language, o.ownership,
                               coalesce(told.articles, 0) as articles, coalesce(told.statements, 0) as statements,
                               (select count(*) from feed f where f.outlet_id = o.id) as feeds,
                               (select count(*) from feed f
                                where f.outlet_id = o.id and f.state in ('FAILING', 'RETIRED')
                                and f.stopped_at is null) as failing,
                               (select count(*) from feed f where f.outlet_id = o.id and f.state = 'NEW') as fresh,
                               exists (select from outlet_silence q
                                where q.outlet_id = o.id and q.ended_at is null) as silent,
                               told.newest
                        from outlet o left join (
                          select a.outlet_id, count(distinct a.id) as articles, count(s.id) as statements, max(%s) as newest
                          %s %s group by a.outlet_id) told on told.outlet_id = o.id
                        order by coalesce(told.articles, 0) desc, o.name
                        """.formatted(Statements.AT, told, WITHIN), parameters).stream()
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
        return rows.list(
                Position.class,
                """
                select st.target, count(*) filter (where st.polarity = 'FAVOR') as favour,
                       count(*) filter (where st.polarity = 'AGAINST') as against,
                       count(*) filter (where st.polarity = 'NEUTRAL') as neutral
                from stance st join article_version v on v.id = st.article_version_id
                join article a on a.id = v.article_id left join statement s on s.id = st.statement_id
                where a.outlet_id = :outlet and st.holder = :holder
                  and st.confidence >= :likely and coalesce(s.confidence, 1) >= :likely and %s
                group by st.target order by count(*) desc, st.target limit 15
                """.formatted(WITHIN),
                of(outletId, period, Map.of("holder", holder, "likely", Confidence.LIKELY)));
    }

    long articleCount(long outletId, Period period) {
        return rows.number("""
                select count(*) from article a join article_version v on v.article_id = a.id
                where a.outlet_id = :outlet and %s
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

    List<ArticleLine> articles(long outletId, Period period, int offset, int limit, Reader reader) {
        return rows
                .list(
                        ArticleRow.class,
                        """
                        select a.id, v.title, v.language, %s as at, v.published_day_only, v.number,
                               (select count(*) from statement s where s.article_version_id = v.id) as statements
                        from article a join article_version v on v.article_id = a.id
                        where a.outlet_id = :outlet and %s order by at desc, a.id offset :offset limit :limit
                        """.formatted(Statements.AT, WITHIN),
                        of(outletId, period, Map.of("offset", offset, "limit", limit)))
                .stream()
                .map(row -> new ArticleLine(
                        row.id(),
                        row.title(),
                        row.language() == null ? "" : row.language(),
                        reader.published(row.at(), row.publishedDayOnly()),
                        row.number(),
                        row.statements()))
                .toList();
    }

    private static Map<String, Object> of(long outletId, Period period, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("outlet", outletId);
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        return parameters;
    }
}
