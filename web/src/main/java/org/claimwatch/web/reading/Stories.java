package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;

/** Which stories moved within a period, the most told first. */
@ApplicationScoped
public class Stories {
    private static final String FROM = """
            from told_version told where told.story_id is not null and told.told_at >= :from and told.told_at < :to
            """;

    private static final Falling MOST_TOLD = Falling.by(
            Falling.number("outlets"), Falling.number("articles"), Falling.moment("last"), Falling.number("id"));

    private final Rows rows;

    public Stories(Rows rows) {
        this.rows = rows;
    }

    public Total total(Instant from, Instant to) {
        return rows.keptTotal("select distinct told.story_id " + FROM, Map.of("from", from, "to", to));
    }

    /** The page that an address asks for. */
    public Slice<StoryLine> slice(Instant from, Instant to, Address address, int size, Reader reader) {
        return rows.keptSlice(
                        StoryLine.Facts.class,
                        """
                        select f.id, t.title, f.articles, f.outlets, f.first, f.last
                        from (select told.story_id as id, count(*) as articles, count(distinct told.outlet_id) as outlets,
                                     min(told.told_at) as first, max(told.told_at) as last
                              %s group by told.story_id) f
                        join story t on t.id = f.id
                        """.formatted(FROM),
                        Map.of("from", from, "to", to),
                        new Slice.Asked(MOST_TOLD, address, size))
                .map(found -> found.stream()
                        .map(facts -> new StoryLine(facts, reader.when(facts.first()), reader.when(facts.last())))
                        .toList());
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
