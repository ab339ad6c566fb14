package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.StoryLine.Moved;

/** Which stories moved within a period, the most told first. */
@ApplicationScoped
public class Stories {
    private static final String FROM = """
            from told_version told where told.story_id is not null and told.told_at >= :from and told.told_at < :to and %s
            """;

    private static final String COUNTED = """
            select told.story_id as id, count(*) as articles, count(distinct told.outlet_id) as outlets,
                   min(told.told_at) as first, max(told.told_at) as last
            """ + FROM + "%s group by told.story_id";

    /**
     * Which articles of a period count.
     *
     * @param matching over the articles of the period, which its parameters hold too
     */
    public record Asked(Instant from, Instant to, Condition matching) {
        /** All of them. */
        public static Asked within(Instant from, Instant to) {
            return new Asked(from, to, Condition.ALL);
        }

        private String sql() {
            return matching.equals(Condition.ALL)
                    ? "true"
                    : "told.article_version_id in (select told.article_version_id %s where (%s))"
                            .formatted(ResultKind.ARTICLES.from(matching.sql()), matching.sql());
        }

        private Map<String, Object> parameters() {
            var all = new HashMap<>(matching.parameters());
            all.put("from", from);
            all.put("to", to);
            return all;
        }
    }

    public static final Falling MOST_TOLD = Falling.by(
            Falling.number("outlets"), Falling.number("articles"), Falling.moment("last"), Falling.number("id"));

    /** Fewer articles are no movement, whatever there was before. */
    private static final int LEAST = 3;

    /**
     * More than usual: the period before is what is usual, and two standard deviations above it is more, as if articles came
     * by chance (Poisson). What rose by most of these deviations comes first.
     */
    private static final String MOVING = """
            select f.id, t.title, f.articles, f.outlets, f.first, f.last, f.before,
                   cast(1000 * (f.articles - f.before) / sqrt(f.before + 1) as bigint) as rise
            from (select told.story_id as id, count(*) filter (where told.told_at >= :from) as articles,
                         count(distinct told.outlet_id) filter (where told.told_at >= :from) as outlets,
                         min(told.told_at) filter (where told.told_at >= :from) as first, max(told.told_at) as last,
                         count(*) filter (where told.told_at < :from) as before
                  from told_version told
                  where told.story_id is not null and told.told_at >= :usual_from and told.told_at < :to and %s
                  group by told.story_id) f
            join story t on t.id = f.id
            where f.articles >= :least and f.articles >= f.before + 2 * sqrt(f.before + 1)
            """;

    public static final Falling ROSE_MOST = Falling.by(Falling.number("rise"), Falling.number("id"));

    private final Rows rows;

    public Stories(Rows rows) {
        this.rows = rows;
    }

    public Total total(Asked asked) {
        return rows.keptTotal("select distinct told.story_id " + FROM.formatted(asked.sql()), asked.parameters());
    }

    /** The page that an address asks for. */
    public Slice<StoryLine> slice(Asked asked, Address address, int size, Reader reader) {
        return counted(asked, address, size)
                .map(found -> found.stream().map(facts -> line(facts, reader)).toList());
    }

    /** The same, of the numbers alone. */
    public Slice<StoryLine.Facts> counted(Asked asked, Address address, int size) {
        return rows.keptSlice(
                StoryLine.Facts.class,
                """
                        select f.id, t.title, f.articles, f.outlets, f.first, f.last
                        from (%s) f join story t on t.id = f.id
                        """.formatted(COUNTED.formatted(asked.sql(), "")),
                asked.parameters(),
                new Slice.Asked(MOST_TOLD, address, size));
    }

    private record MovingRow(
            long id, String title, long articles, long outlets, Instant first, Instant last, long before) {
        StoryLine.Facts facts() {
            return new StoryLine.Facts(id, title, articles, outlets, first, last);
        }
    }

    /** Which stories moved more than usual: the page that an address asks for. */
    public Slice<Moved> moving(Usual usual, Address address, int size, Reader reader) {
        return rows.keptSlice(
                        MovingRow.class,
                        MOVING.formatted(usual.asked().sql()),
                        usual.parameters(),
                        new Slice.Asked(ROSE_MOST, address, size))
                .map(found -> found.stream()
                        .map(row -> new Moved(line(row.facts(), reader), row.before()))
                        .toList());
    }

    public Total movingTotal(Usual usual) {
        return rows.keptTotal(MOVING.formatted(usual.asked().sql()), usual.parameters());
    }

    /**
     * A period and what is usual before it.
     *
     * @param asked which articles of both count
     * @param from where the period begins
     */
    public record Usual(Asked asked, Instant from) {
        private Map<String, Object> parameters() {
            var all = asked.parameters();
            all.put("usual_from", asked.from());
            all.put("from", from);
            all.put("least", LEAST);
            return all;
        }
    }

    private static StoryLine line(StoryLine.Facts facts, Reader reader) {
        return new StoryLine(facts, reader.when(facts.first()), reader.when(facts.last()));
    }

    /** In the order of the ids, counted within what was asked for; without those that it has no article of. */
    public List<StoryLine.Facts> counts(Asked asked, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = asked.parameters();
        parameters.put("ids", ids);
        Map<Long, StoryLine.Facts> counted = rows
                .list(
                        StoryLine.Facts.class,
                        """
                        select f.id, t.title, f.articles, f.outlets, f.first, f.last
                        from (%s) f join story t on t.id = f.id
                        """.formatted(COUNTED.formatted(asked.sql(), "and told.story_id in (:ids)")),
                        parameters)
                .stream()
                .collect(Collectors.toMap(StoryLine.Facts::id, Function.identity()));
        return ids.stream().filter(counted::containsKey).map(counted::get).toList();
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
                .map(facts -> line(facts, reader))
                .collect(Collectors.toMap(StoryLine::id, Function.identity()));
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }
}
