package org.claimwatch.web.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.actor.ActorPage.About;
import org.claimwatch.web.actor.ActorPage.ActorLine;
import org.claimwatch.web.actor.ActorPage.Affiliation;
import org.claimwatch.web.actor.ActorPage.Quoting;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** Who spoke within a period, where they stand, and through which outlets they were heard. */
@ApplicationScoped
class SpeakersOfPeriod {
    /** So many rows of a list beside others are shown at first. */
    static final int FIRST = 10;

    /** More than anybody belongs to or is spoken about by, and no more than a page can show. */
    static final int ALL = 2000;

    private final Rows rows;

    SpeakersOfPeriod(Rows rows) {
        this.rows = rows;
    }

    record Known(
            long id, String name, String kind, @Nullable String affiliation) {}

    private record Alias(long id, String alias) {}

    Optional<Known> actor(long id) {
        return rows.first(
                Known.class, "select id, name, kind, affiliation from actor where id = :id", Map.of("id", id));
    }

    List<String> aliases(long id) {
        return rows
                .list(
                        Alias.class,
                        "select id, alias from actor_alias where actor_id = :id order by alias",
                        Map.of("id", id))
                .stream()
                .map(Alias::alias)
                .toList();
    }

    /** What was said within a period; of somebody never heard before without what is doubted, as on Today. */
    static Condition heard(Query query, Period period, boolean fresh) {
        Condition within = query.within(period.from(), period.to());
        return fresh
                ? within.and(Condition.CONFIDENT).and(Condition.bySomebodyNew(period.from(), period.to()))
                : within;
    }

    Total total(Condition condition) {
        return rows.keptTotal(
                "select distinct told.speaker_id %s and told.speaker_id is not null".formatted(where(condition)),
                condition.parameters());
    }

    /** Those who spoke most first. */
    static final Falling MOST_HEARD = Falling.by(Falling.number("statements"), Falling.number("id"));

    /** The page that an address asks for. */
    Slice<ActorLine> slice(Condition condition, Address address, int size) {
        return rows.keptSlice(
                ActorLine.class,
                """
                select p.id, p.name, p.kind, p.affiliation, spoke.statements, spoke.outlets, spoke.claims
                from (select told.speaker_id, count(*) as statements, count(distinct told.outlet_id) as outlets,
                             count(distinct told.claim_id) as claims
                      %s and told.speaker_id is not null group by told.speaker_id) spoke
                join actor p on p.id = spoke.speaker_id
                """.formatted(where(condition)),
                condition.parameters(),
                new Slice.Asked(MOST_HEARD, address, size));
    }

    private record Belonged(String name, Instant first, Instant last, long statements, long total) {}

    Leading<Affiliation> affiliations(long actor, int most, Reader reader) {
        Condition said = Condition.ofSpeaker(actor);
        List<Belonged> found =
                rows.list(Belonged.class, """
                        select s.speaker_affiliation as name, min(%1$s) as first, max(%1$s) as last, count(*) as statements,
                               count(*) over () as total
                        %2$s and s.speaker_affiliation is not null group by s.speaker_affiliation
                        order by min(%1$s), s.speaker_affiliation limit %3$d
                        """.formatted(Statements.AT, where(said), most), said.parameters());
        return new Leading<>(
                found.stream()
                        .map(row -> new Affiliation(
                                row.name(), reader.when(row.first()), reader.when(row.last()), row.statements()))
                        .toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    private record QuotingRow(
            long outletId,
            String outlet,
            long statements,
            @Nullable String through) {}

    List<Quoting> outlets(Condition condition, String name, Address here) {
        return rows
                .list(QuotingRow.class, """
                        select o.id as outlet_id, o.name as outlet, count(distinct told.statement_id) as statements,
                               string_agg(distinct h.name, ', ') as through
                        %s left join attribution_hop h
                          on h.statement_id = told.statement_id and h.kind = 'OUTLET' and lower(h.name) <> lower(o.name)
                        where %s group by o.id order by count(distinct told.statement_id) desc, o.name
                        """.formatted(Statements.FROM, condition.sql()), condition.parameters())
                .stream()
                .map(row -> new Quoting(
                        row.outletId(),
                        row.outlet(),
                        row.statements(),
                        row.through(),
                        here.without("after", "before")
                                .at("/search")
                                .with(
                                        "q",
                                        Query.exactly(Field.SPEAKER, name)
                                                .andExactly(Field.OUTLET, row.outlet())
                                                .text())
                                .toString()))
                .toList();
    }

    private record AboutRow(
            long holderId, String holder, String target, long favour, long against, long neutral, long total) {}

    /** Who takes sides toward the actor, by any of its names: speakers, or outlets in their own voice. */
    Leading<About> about(Known actor, List<String> aliases, boolean outlets, Period period, int most, Address here) {
        var names = new ArrayList<>(aliases);
        names.add(actor.name());
        String holder = outlets ? "o.id as holder_id, o.name" : "st.speaker_id as holder_id, s.speaker_name";
        List<AboutRow> found = rows.list(
                AboutRow.class,
                """
                        select %1$s as holder, st.target, count(*) filter (where st.polarity = 'FAVOR') as favour,
                               count(*) filter (where st.polarity = 'AGAINST') as against,
                               count(*) filter (where st.polarity = 'NEUTRAL') as neutral, count(*) over () as total
                        from told_stance st left join outlet o on o.id = st.outlet_id
                        left join statement s on s.id = st.statement_id
                        where st.target in (:names) and st.sure and %2$s
                          and st.told_at >= :from and st.told_at < :to
                        group by 1, 2, st.target order by count(*) desc, 2 limit %3$d
                        """.formatted(holder, outlets ? "st.statement_id is null" : "st.speaker_id is not null", most),
                Map.of("names", names, "from", period.from(), "to", period.to()));
        return new Leading<>(
                found.stream()
                        .map(row -> new About(
                                row.holderId(),
                                row.holder(),
                                row.favour(),
                                row.against(),
                                row.neutral(),
                                (outlets ? "/outlets/" : "/actors/") + row.holderId(),
                                here.without("after", "before")
                                                .at("/matrix")
                                                .with("by", outlets ? "outlet" : null)
                                                .with("of", row.holderId())
                                                .with("on", row.target())
                                        + "#evidence"))
                        .toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    private static String where(Condition condition) {
        return "%s where (%s)".formatted(Statements.FROM, condition.sql());
    }
}
