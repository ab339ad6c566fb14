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
            from told_version told where told.story_id is not null and told.told_at >= :from and told.told_at < :to
            """;

    private final Rows rows;

    public Stories(Rows rows) {
        this.rows = rows;
    }

    public long count(Instant from, Instant to) {
        return rows.keptNumber("select count(distinct told.story_id) " + FROM, Map.of("from", from, "to", to));
    }

    public List<StoryLine> lines(Instant from, Instant to, int offset, int limit, Reader reader) {
        return rows
                .keptList(
                        StoryLine.Facts.class,
                        """
                        select t.id, t.title, f.articles, f.outlets, f.first, f.last
                        from (select told.story_id, count(*) as articles, count(distinct told.outlet_id) as outlets,
                                     min(told.told_at) as first, max(told.told_at) as last
                              %s group by told.story_id
                              order by outlets desc, articles desc, last desc, told.story_id offset :offset limit :limit) f
                        join story t on t.id = f.story_id
                        order by f.outlets desc, f.articles desc, f.last desc, t.id
                        """.formatted(FROM),
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
        Map<Long, StoryLine> lines = rows.list(StoryLine.Facts.class, """
                        select t.id, t.title, count(*) as articles, count(distinct told.outlet_id) as outlets,
                               min(told.told_at) as first, max(told.told_at) as last
                        from story t join told_version told on told.story_id = t.id
                        where t.id in (:ids) group by t.id
                        """, Map.of("ids", ids)).stream()
                .map(facts -> new StoryLine(facts, reader.when(facts.first()), reader.when(facts.last())))
                .collect(Collectors.toMap(StoryLine::id, Function.identity()));
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }
}
