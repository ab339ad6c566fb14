package org.claimwatch.web.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.MergeWords;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Enters what a person decides, and settles in the same transaction every statement that it concerns. */
@ApplicationScoped
class Identities {
    private final Session session;
    private final Rows rows;
    private final Clock clock;

    Identities(Session session, Rows rows, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.clock = clock;
    }

    /** What stands in the way; a person reads it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words);
        }
    }

    void mergeActors(long from, long into, long account) {
        lock();
        if (actorMeant(from) != from || actorMeant(into) == from || actorMeant(into) != into) {
            throw new Refused(MergeWords.SAY.mergedMeanwhile());
        }
        insert("""
                insert into actor_identity (from_actor_id, to_actor_id, decided_by, decided_at)
                values (:from, :to, :account, :now)""", from, into, account).executeUpdate();
        settle("actors", List.of(from, into));
    }

    /**
     * Says that in some articles an actor's name means another.
     *
     * @return the other, new unless one of that name is known
     */
    long splitActor(long of, Collection<Long> articles, String name, long account) {
        lock();
        long other = rows.number("""
                with kind as (select kind from actor where id = :of), made as (
                  insert into actor (name, kind, created_at) select :name, kind, :now from kind
                  on conflict (name, kind) do nothing returning id)
                select id from made
                union all select a.id from actor a join kind on kind.kind = a.kind where a.name = :name limit 1
                """, Map.of("of", of, "name", name, "now", clock.instant()));
        if (actorMeant(other) == of) {
            throw new Refused(MergeWords.SAY.ownName(name));
        }
        int taken = insert("""
                insert into actor_identity (from_actor_id, to_actor_id, article_ids, decided_by, decided_at)
                select coalesce(s.read_speaker_id, s.speaker_id), :to, array_agg(distinct v.article_id), :account, :now
                from statement s join article_version v on v.id = s.article_version_id
                where s.speaker_id = :from and v.article_id in (:articles) and coalesce(s.read_speaker_id, s.speaker_id) <> :to
                group by 1""", of, other, account)
                .setParameter("articles", articles)
                .executeUpdate();
        if (taken == 0) {
            throw new Refused(MergeWords.SAY.noArticleQuotes());
        }
        settle("actors", List.of(of, other));
        return other;
    }

    void mergeClaims(long from, long into, boolean turned, long account) {
        lock();
        if (claimMeant(from) != from || claimMeant(into) != into || from == into) {
            throw new Refused(MergeWords.SAY.mergedMeanwhile());
        }
        insert("""
                insert into claim_identity (from_claim_id, to_claim_id, turned, split, decided_by, decided_at)
                values (:from, :to, :turned, false, :account, :now)""", from, into, account).setParameter("turned", turned).executeUpdate();
        settle("claims", List.of(from, into));
    }

    /** Says that some statements of a claim make another, which is new and has this wording. */
    long splitClaim(long of, Collection<Long> statements, String text, long account) {
        lock();
        long other = rows.number("""
                insert into claim (text, language, check_worthy, created_at)
                select :text, language, check_worthy, :now from claim where id = :of returning id
                """, Map.of("text", text, "of", of, "now", clock.instant()));
        long identity = rows.number("""
                insert into claim_identity (from_claim_id, to_claim_id, split, decided_by, decided_at)
                values (:of, :other, true, :account, :now) returning id
                """, Map.of("of", of, "other", other, "account", account, "now", clock.instant()));
        int taken = session.createNativeMutationQuery("""
                        insert into claim_identity_evidence
                          (identity_id, article_id, article_version_id, content_start, content_end, words_hash)
                        select :identity, v.article_id, v.id, min(p.span_start), max(p.span_end), md5(fold(s.content))
                        from claim_statement cs join statement s on s.id = cs.statement_id
                        join article_version v on v.id = s.article_version_id
                        join statement_content_span p on p.statement_id = s.id
                        where cs.claim_id = :of and s.id in (:statements)
                        group by v.id, s.id
                        on conflict do nothing""")
                .setParameter("identity", identity)
                .setParameter("of", of)
                .setParameter("statements", statements)
                .executeUpdate();
        if (taken == 0) {
            throw new Refused(MergeWords.SAY.noStatementMakes());
        }
        settle("claims", List.of(of, other));
        return other;
    }

    /** Whether there was one that still stood. */
    boolean undo(String subject, long id, long account) {
        lock();
        String singular = subject.equals("actors") ? "actor" : "claim";
        Optional<Ends> ends = rows.first(Ends.class, """
                select from_%1$s_id as one, to_%1$s_id as other from %1$s_identity where id = :id and undone_at is null
                """.formatted(singular), Map.of("id", id));
        ends.ifPresent(found -> {
            session.createNativeMutationQuery(
                            "update %s_identity set undone_at = :now, undone_by = :account where id = :id"
                                    .formatted(singular))
                    .setParameter("now", clock.instant(), Instant.class)
                    .setParameter("account", account)
                    .setParameter("id", id)
                    .executeUpdate();
            settle(subject, List.of(found.one(), found.other()));
        });
        return ends.isPresent();
    }

    private record Ends(long one, long other) {}

    private MutationQuery insert(String sql, long from, long to, long account) {
        return session.createNativeMutationQuery(sql)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("account", account)
                .setParameter("now", clock.instant(), Instant.class);
    }

    /** An analysis, too, assigns actors and claims: neither overtakes the other. */
    private void lock() {
        session.createNativeQuery("select 1 from (select hold_claims()) as held", Integer.class)
                .getSingleResult();
    }

    private void settle(String subject, List<Long> ids) {
        session.createNativeQuery(
                        "select 1 from (select settle_%s(cast(:ids as bigint[]))) as settled".formatted(subject),
                        Integer.class)
                .setParameter("ids", ids.toArray(Long[]::new))
                .getSingleResult();
        session.clear();
    }

    private long actorMeant(long id) {
        return rows.number("select actor_meant(:id, null)", Map.of("id", id));
    }

    private long claimMeant(long id) {
        return rows.number("select claim from claim_end(:id)", Map.of("id", id));
    }
}
