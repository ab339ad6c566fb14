package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.jspecify.annotations.Nullable;

/** The matches of a condition, counted, in pages that no new arrival shifts, and by facet; newest first. */
@ApplicationScoped
public class Results {
    public static final int SIZE = Paging.SIZE;
    private static final int VALUES = 8;

    /**
     * Up to as many matches are all taken and put in order. Of more, the newest are met soon on the way back through time,
     * which PostgreSQL would go for a word that nobody said, too: through everything.
     */
    private static final int FEW = 20_000;

    private final Rows rows;

    public Results(Rows rows) {
        this.rows = rows;
    }

    /** Where in the order a unit stands: pages begin after one or end before one. */
    public record Place(long id, Instant at, long major, int minor) {
        private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,9})");

        String written() {
            return "%d.%d.%d".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, at), major, minor);
        }

        /** Whether a place was written by a page. */
        public static boolean is(String written) {
            return of(written).isPresent();
        }

        static Optional<Place> of(@Nullable String written) {
            Matcher place = WRITTEN.matcher(written == null ? "" : written);
            return place.matches()
                    ? Optional.of(new Place(
                            0,
                            Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS),
                            Long.parseLong(place.group(2)),
                            Integer.parseInt(place.group(3))))
                    : Optional.empty();
        }
    }

    /**
     * One page.
     *
     * @param newer the address of the page before it, null on the first
     * @param older the address of the page after it, null on the last
     */
    public record Page(
            List<Long> ids,
            @Nullable String newer,
            @Nullable String older) {
        public boolean several() {
            return newer != null || older != null;
        }

        public Paging paging(Total total) {
            return new Paging(total, null, newer, older);
        }
    }

    /** A value of a facet and how many units have it: more, if there were too many matches to look at them all. */
    public record FacetValue(String facet, String value, long count, boolean more) {}

    /** How many there are among as many rows as the limit lets one look at. */
    public Total count(ResultKind kind, Condition condition) {
        Counted counted = rows.list(
                        Counted.class,
                        """
                select count(*) as looked, count(%s unit) as one, 0 as other from (
                  select %s as unit %s where %s limit :total_limit) counted
                """.formatted(
                                        kind == ResultKind.STATEMENTS ? "" : "distinct",
                                        kind.unit,
                                        kind.from(condition.sql()),
                                        condition.sql()),
                        rows.limited(condition.parameters()))
                .getFirst();
        return total(counted, counted.one());
    }

    private record Counted(long looked, long one, long other) {}

    private Total total(Counted counted, long units) {
        return new Total(Math.min(units, rows.most()), counted.looked() > rows.most());
    }

    /** How many there are of each kind, for tabs: two looks, which the next pages of the same search need not take again. */
    public Map<ResultKind, Total> totals(Condition ofStatements, Condition ofArticles) {
        Map<ResultKind, Total> totals = new EnumMap<>(ResultKind.class);
        Counted said = rows.keptList(
                        Counted.class,
                        """
                select count(*) as looked, count(*) as one, count(distinct claim_id) as other from (
                  select told.claim_id %s where %s limit :total_limit) counted
                """.formatted(ResultKind.STATEMENTS.from(ofStatements.sql()), ofStatements.sql()),
                        rows.limited(ofStatements.parameters()))
                .getFirst();
        Counted told = rows.keptList(
                        Counted.class,
                        """
                select count(*) as looked, count(distinct article_version_id) as one, count(distinct story_id) as other from (
                  select told.article_version_id, told.story_id %s where %s limit :total_limit) counted
                """.formatted(ResultKind.ARTICLES.from(ofArticles.sql()), ofArticles.sql()),
                        rows.limited(ofArticles.parameters()))
                .getFirst();
        totals.put(ResultKind.STATEMENTS, total(said, said.one()));
        totals.put(ResultKind.CLAIMS, total(said, said.other()));
        totals.put(ResultKind.ARTICLES, total(told, told.one()));
        totals.put(ResultKind.STORIES, total(told, told.other()));
        return totals;
    }

    public Page page(ResultKind kind, Condition condition, Address address, Total matches) {
        return page(kind, condition, address, SIZE, matches);
    }

    /**
     * The page that the address asks for by {@code after=} or {@code before=}; nonsense asks for the first.
     *
     * @param matches how many statements or articles match, as {@link #totals} says it of {@link ResultKind#matched}
     */
    public Page page(ResultKind kind, Condition condition, Address address, int size, Total matches) {
        Address here = address.without("after", "before", "page");
        Optional<Place> before = Place.of(address.get("before"));
        Optional<Place> after = before.isPresent() ? Optional.empty() : Place.of(address.get("after"));
        boolean back = before.isPresent();
        List<Place> found = places(kind, condition, before.or(() -> after).orElse(null), back, size, matches);
        boolean more = found.size() > size;
        List<Place> kept = more ? found.subList(0, size) : found;
        List<Place> shown = back ? kept.reversed() : kept;
        if (shown.isEmpty()) {
            return new Page(List.of(), after.isPresent() || back ? here.toString() : null, null);
        }
        boolean newer = back ? more : after.isPresent();
        boolean older = back || more;
        return new Page(
                shown.stream().map(Place::id).toList(),
                newer ? here.with("before", shown.getFirst().written()).toString() : null,
                older ? here.with("after", shown.getLast().written()).toString() : null);
    }

    /** A query for the ids of all: an export takes what a page shows a part of. */
    public static String units(ResultKind kind, Condition condition) {
        return "select distinct %1$s %2$s where (%3$s) and %1$s is not null"
                .formatted(kind.unit, kind.from(condition.sql()), condition.sql());
    }

    /** A unit and when the first of its matches arrived here. */
    public record Arrival(long id, Instant at) {}

    /** What arrived last since a moment, whenever it was published. */
    public List<Arrival> arrived(ResultKind kind, Condition condition, Instant since, int limit) {
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("arrived_since", since);
        parameters.put("limit", limit);
        return rows.list(
                Arrival.class, """
                select %1$s as id, min(v.fetched_at) as at %2$s
                where v.fetched_at >= :arrived_since and (%3$s) and %1$s is not null
                group by %1$s order by min(v.fetched_at) desc, %1$s desc limit :limit
                """.formatted(kind.unit, kind.from(condition.sql()), condition.sql()), parameters);
    }

    private List<Place> places(
            ResultKind kind, Condition condition, @Nullable Place from, boolean back, int size, Total matches) {
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("limit", size + 1);
        String beyond = "true";
        if (from != null) {
            beyond = "(found.at, found.major, -found.minor) %s (:place_at, :place_major, -:place_minor)"
                    .formatted(back ? ">" : "<");
            parameters.put("place_at", from.at());
            parameters.put("place_major", from.major());
            parameters.put("place_minor", from.minor());
        }
        String direction = back ? "asc" : "desc";
        String where = "(%s) and %s is not null".formatted(condition.sql(), kind.unit);
        String among = kind.from(condition.sql());
        return rows.keptList(
                Place.class,
                """
                with found as %10$s materialized (
                  select %1$s as id, %2$s as at, %3$s as major, %4$s as minor %5$s where %6$s %7$s)
                select found.* from found
                where %8$s
                order by found.at %9$s, found.major %9$s, -found.minor %9$s limit :limit
                """.formatted(
                                kind.unit,
                                kind.single(among) ? Statements.PRECEDENCE : "max(%s)".formatted(Statements.PRECEDENCE),
                                kind.single(among) ? kind.major : "max(%s)".formatted(kind.major),
                                kind.single(among) ? kind.minor : "max(%s)".formatted(kind.minor),
                                among,
                                where,
                                kind.single(among) ? "" : "group by " + kind.unit,
                                beyond,
                                direction,
                                matches.more() || matches.rows() > FEW ? "not" : ""),
                parameters);
    }

    /** The most frequent values of each facet, and how many units have some stance of each polarity. */
    public List<FacetValue> facets(ResultKind kind, Condition condition) {
        Map<String, Object> parameters = rows.limited(condition.parameters());
        parameters.put("most", rows.most());
        String values = Stream.of("speaker", "outlet", "country", "lang", "form", "month")
                .map(facet -> """
                        (select '%1$s' as facet, min(%1$s) as value, count(distinct unit) as count,
                                (select more from looked) as more from found
                         where %2$s <> '' group by %2$s order by %3$s limit %4$d)""".formatted(
                                facet,
                                facet.equals("speaker") || facet.equals("outlet") ? facet + "_folded" : facet,
                                facet.equals("month") ? "value desc" : "count desc, value",
                                facet.equals("month") ? 12 : VALUES))
                .collect(Collectors.joining(" union all "));
        return rows.keptList(
                FacetValue.class,
                """
                with found as materialized (
                  select %1$s as unit, s.id as statement, coalesce(said.folded, s.speaker_folded) as speaker_folded,
                         coalesce(said.name, s.speaker_name) as speaker, o.folded as outlet_folded, o.name as outlet,
                         o.country, told.lang, lower(s.form) as form,
                         to_char(%2$s at time zone 'UTC', 'YYYY-MM') as month
                  %3$s left join actor said on said.id = s.speaker_id
                  where (%4$s) and %1$s is not null limit :total_limit),
                looked as materialized (select count(*) > :most as more from found)
                %5$s union all
                (select 'stance', lower(st.polarity), count(distinct unit), (select more from looked)
                 from found join told_stance st on st.statement_id = found.statement group by 2)
                """.formatted(kind.unit, Statements.AT, kind.from("s."), condition.sql(), values),
                parameters);
    }
}
