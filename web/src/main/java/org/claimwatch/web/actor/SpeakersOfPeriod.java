package org.claimwatch.web.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.actor.ActorPage.ActorLine;
import org.claimwatch.web.actor.ActorPage.Quoting;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Position;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** Who spoke within a period, where they stand, and through which outlets they were heard. */
@ApplicationScoped
class SpeakersOfPeriod {
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

    long count(Condition condition) {
        return rows.number("select count(distinct s.speaker_id) " + where(condition), condition.parameters());
    }

    List<ActorLine> lines(Condition condition, int offset, int limit) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return rows.list(ActorLine.class, """
                select p.id, p.name, p.kind, p.affiliation, found.statements, found.outlets, found.claims
                from (select s.speaker_id, count(*) as statements, count(distinct a.outlet_id) as outlets,
                             count(distinct cs.claim_id) as claims
                      %s and s.speaker_id is not null group by s.speaker_id) found
                join actor p on p.id = found.speaker_id
                order by found.statements desc, p.name offset :offset limit :limit
                """.formatted(where(condition)), parameters);
    }

    List<Position> positions(Condition condition) {
        return rows.list(Position.class, """
                select st.target, count(*) filter (where st.polarity = 'FAVOR') as favour,
                       count(*) filter (where st.polarity = 'AGAINST') as against,
                       count(*) filter (where st.polarity = 'NEUTRAL') as neutral
                from stance st where st.statement_id in (select s.id %s)
                group by st.target order by count(*) desc, st.target limit 20
                """.formatted(where(condition)), condition.parameters());
    }

    List<Quoting> outlets(Condition condition) {
        return rows.list(Quoting.class, """
                select o.id as outlet_id, o.name as outlet, count(*) as statements
                %s group by o.id order by count(*) desc, o.name
                """.formatted(where(condition)), condition.parameters());
    }

    private static String where(Condition condition) {
        return "%s where %s and (%s)".formatted(Statements.FROM, Statements.CURRENT, condition.sql());
    }
}
