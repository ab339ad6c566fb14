package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which stories moved within a period, the most told first. */
@ApplicationScoped
public class Stories {
    private static final String FROM = """
            from story t
            join story_article ta on ta.story_id = t.id
            join article a on a.id = ta.article_id
            join article_version v on v.article_id = a.id
            where %s and %s >= :from and %s < :to
            """.formatted(Statements.CURRENT, Statements.AT, Statements.AT);

    private final Rows rows;

    public Stories(Rows rows) {
        this.rows = rows;
    }

    public long count(Instant from, Instant to) {
        return rows.keptNumber("select count(distinct t.id) " + FROM, Map.of("from", from, "to", to));
    }

    public List<StoryLine> lines(Instant from, Instant to, int offset, int limit, Reader reader) {
        return rows
                .keptList(
                        StoryLine.Facts.class,
                        """
                        select t.id, t.title, count(*) as articles, count(distinct a.outlet_id) as outlets,
                               min(%s) as first, max(%s) as last
                        %s group by t.id
                        order by count(distinct a.outlet_id) desc, count(*) desc, max(%s) desc, t.id
                        offset :offset limit :limit
                        """.formatted(Statements.AT, Statements.AT, FROM, Statements.AT),
                        Map.of("from", from, "to", to, "offset", offset, "limit", limit))
                .stream()
                .map(facts -> new StoryLine(facts, reader.when(facts.first()), reader.when(facts.last())))
                .toList();
    }

    /** In the order of the ids, counted over all time. */
    public List<StoryLine> lines(Collection<Long> ids, Reader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, StoryLine> lines = rows
                .list(StoryLine.Facts.class, """
                        select t.id, t.title, count(*) as articles, count(distinct a.outlet_id) as outlets,
                               min(%1$s) as first, max(%1$s) as last
                        from story t
                        join story_article ta on ta.story_id = t.id
                        join article a on a.id = ta.article_id
                        join article_version v on v.article_id = a.id
                        where %2$s and t.id in (:ids) group by t.id
                        """.formatted(Statements.AT, Statements.CURRENT), Map.of("ids", ids))
                .stream()
                .map(facts -> new StoryLine(facts, reader.when(facts.first()), reader.when(facts.last())))
                .collect(Collectors.toMap(StoryLine::id, Function.identity()));
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }
}
