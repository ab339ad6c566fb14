package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Decision.Thing;
import org.jspecify.annotations.Nullable;

/** Which actors and claims people merged and split, newest first, and where a merged one has gone. */
@ApplicationScoped
public class Decisions {
    /** Row-level security shows memberships of the reader's own team alone, and so names nobody of another. */
    private static final String BY = """
            (select p.name from account p where p.id = i.decided_by
               and exists (select from membership m where m.account_id = p.id)) as by, i.decided_at, i.undone_at
            """;

    private static final String ACTORS = """
            select i.id, 'actors' as subject, i.article_ids is not null as split, false as turned,
                   f.id as from_id, f.name as from_words, '' as from_lang, t.id as to_id, t.name as to_words, '' as to_lang,
                   cast(coalesce(cardinality(i.article_ids), 0) as bigint) as share, %s
            from actor_identity i join actor f on f.id = i.from_actor_id join actor t on t.id = i.to_actor_id
            """.formatted(BY);

    private static final String CLAIMS = """
            select i.id, 'claims' as subject, i.split, i.turned,
                   f.id as from_id, f.text as from_words, coalesce(f.language, '') as from_lang,
                   t.id as to_id, t.text as to_words, coalesce(t.language, '') as to_lang,
                   (select count(*) from claim_identity_evidence e where e.identity_id = i.id) as share, %s
            from claim_identity i join claim f on f.id = i.from_claim_id join claim t on t.id = i.to_claim_id
            """.formatted(BY);

    private final Rows rows;

    Decisions(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long id,
            String subject,
            boolean split,
            boolean turned,
            long fromId,
            String fromWords,
            String fromLang,
            long toId,
            String toWords,
            String toLang,
            long share,
            @Nullable String by,
            Instant decidedAt,
            @Nullable Instant undoneAt) {
        Decision laidOut(Reader reader) {
            return new Decision(
                    id,
                    subject,
                    split,
                    turned,
                    new Thing(fromId, fromWords, fromLang),
                    new Thing(toId, toWords, toLang),
                    share,
                    by,
                    reader.when(decidedAt),
                    undoneAt == null ? null : reader.when(undoneAt));
        }
    }

    public long count() {
        return rows.number(
                "select (select count(*) from actor_identity) + (select count(*) from claim_identity)", Map.of());
    }

    public static final Falling NEWEST =
            Falling.by(Falling.moment("decided_at"), Falling.flag("of_actors"), Falling.number("id"));

    /** The page that an address asks for. */
    public Slice<Decision> slice(Address address, int size, Reader reader) {
        return rows.slice(
                        Row.class,
                        "select d.*, d.subject = 'actors' as of_actors from (%s union all %s) d"
                                .formatted(ACTORS, CLAIMS),
                        Map.of(),
                        new Slice.Asked(NEWEST, address, size))
                .map(found -> found.stream().map(row -> row.laidOut(reader)).toList());
    }

    /** All that made an actor what it is. */
    public List<Decision> ofActor(long id, Reader reader) {
        return read(ACTORS + """
                where array[i.from_actor_id, i.to_actor_id] && kin_of_actors(array[cast(:id as bigint)])
                order by i.decided_at desc, i.id desc""", Map.of("id", id), reader);
    }

    public List<Decision> ofClaim(long id, Reader reader) {
        return read(CLAIMS + """
                where array[i.from_claim_id, i.to_claim_id] && kin_of_claims(array[cast(:id as bigint)])
                order by i.decided_at desc, i.id desc""", Map.of("id", id), reader);
    }

    /** The actor that this one was merged into, if it was. */
    public Optional<Long> actorInItsPlace(long id) {
        return rows.longs("select actor_meant(:id, null)", Map.of("id", id)).stream()
                .filter(meant -> meant != id)
                .findFirst();
    }

    public Optional<Long> claimInItsPlace(long id) {
        return rows.longs("select claim from claim_end(:id)", Map.of("id", id)).stream()
                .filter(meant -> meant != id)
                .findFirst();
    }

    private List<Decision> read(String sql, Map<String, ?> parameters, Reader reader) {
        return rows.list(Row.class, sql, parameters).stream()
                .map(row -> row.laidOut(reader))
                .toList();
    }
}
