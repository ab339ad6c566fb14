package org.claimwatch.analysis.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.analysis.claim.ClaimMatcher;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.ClaimMatcher.Match;
import org.claimwatch.analysis.claim.Proposition;
import org.claimwatch.analysis.claim.Propositions;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadRelation;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.statement.Statement;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Stores that a statement takes back or supports a claim, with its words, whichever of the two came first. */
@ApplicationScoped
class StoredRelations {
    /** So alike must the claim be to the words that take it back or support it, where nothing else says that it is meant. */
    static final float SURE = 0.8f;

    /** What the words say is sure; which claim they mean is less so. */
    private static final float SURELY_SAID = 0.9f;

    /** Words without a relation that are looked at again for one new claim. */
    private static final int LIKELY = 3;

    private final ClaimMatcher matcher;
    private final Session session;

    StoredRelations(ClaimMatcher matcher, Session session) {
        this.matcher = matcher;
        this.session = session;
    }

    /**
     * Stores a statement's words, with the relation if the other claim is known.
     *
     * @param alike claims that may be meant
     */
    void store(ReadRelation relation, Statement statement, Claim from, List<Known> alike) {
        List<Known> others =
                alike.stream().filter(known -> known.id() != id(from)).toList();
        Long evidence = session.createNativeQuery("""
                        insert into relation_evidence (statement_id, kind, cue_start, cue_end, claimed_start, claimed_end,
                          claimed, language, outlets)
                        values (:statement, :kind, :cueStart, :cueEnd, :claimedStart, :claimedEnd, :claimed, :language, :outlets)
                        returning id""", Long.class)
                .setParameter("statement", flushed(statement))
                .setParameter("kind", relation.kind().name())
                .setParameter("cueStart", relation.cue().start())
                .setParameter("cueEnd", relation.cue().end())
                .setParameter("claimedStart", relation.claimed().start())
                .setParameter("claimedEnd", relation.claimed().end())
                .setParameter("claimed", relation.proposition().text())
                .setParameter("language", relation.proposition().language())
                .setParameter("outlets", relation.outlets())
                .getSingleResult();
        meant(relation.proposition(), others, evidence)
                .ifPresent(match -> relate(evidence, id(from), match.claim(), match.confidence()));
    }

    private record Waiting(
            long id, String claimed, @Nullable String language, long from) {}

    /** A new claim may be the one that was taken back or supported in a text that was read before. */
    void meet(Claim claim, Proposition proposition) {
        if (proposition.relates() != null || !waits()) {
            return;
        }
        List<Waiting> waiting = session.createNativeQuery("""
                        select e.id, e.claimed, e.language, coalesce(cs.read_claim_id, cs.claim_id)
                        from relation_evidence e join claim_statement cs on cs.statement_id = e.statement_id,
                             cast(replace(cast(plainto_tsquery('simple', :words) as text), '&', '|') as tsquery) query
                        where e.claim_relation_id is null and e.search @@ query
                        order by ts_rank(e.search, query) desc, e.id
                        limit :most""", Waiting.class)
                .setParameter("words", Propositions.searchWords(proposition.text()))
                .setParameter("most", LIKELY)
                .getResultList();
        List<Known> known = List.of(new Known(id(claim), proposition));
        for (Waiting words : waiting) {
            if (words.from() != id(claim)) {
                Proposition claimed =
                        Propositions.compared(words.claimed(), words.language() == null ? "en" : words.language());
                meant(claimed, known, words.id())
                        .ifPresent(match -> relate(words.id(), words.from(), match.claim(), match.confidence()));
            }
        }
    }

    private boolean waits() {
        return session.createNativeQuery(
                        "select exists (select from relation_evidence where claim_relation_id is null)", Boolean.class)
                .getSingleResult();
    }

    /** The claim that is so alike that it must be meant, or that the very speaker or outlet has made. */
    private Optional<Match> meant(Proposition claimed, List<Known> known, long evidence) {
        return matcher.meant(claimed, known)
                .filter(match -> match.confidence() >= SURE || isTheirs(match.claim(), evidence));
    }

    private boolean isTheirs(long claim, long evidence) {
        return session.createNativeQuery("""
                        select exists (
                          select from relation_evidence e join statement taking on taking.id = e.statement_id
                          join article_version tv on tv.id = taking.article_version_id join article ta on ta.id = tv.article_id
                          join claim_statement cs on cs.claim_id = :claim and cs.polarity = 'ASSERTS'
                          join statement made on made.id = cs.statement_id and made.id <> taking.id
                          join article_version mv on mv.id = made.article_version_id join article ma on ma.id = mv.article_id
                          where e.id = :evidence and e.kind = 'RETRACTS'
                            and (made.speaker_id = taking.speaker_id or (e.outlets and ma.outlet_id = ta.outlet_id)))""", Boolean.class)
                .setParameter("claim", claim)
                .setParameter("evidence", evidence)
                .getSingleResult();
    }

    private void relate(long evidence, long from, long to, float alike) {
        session.createNativeMutationQuery("""
                        with made as (
                          insert into claim_relation (from_claim_id, to_claim_id, kind, confidence)
                          select :from, :to, e.kind, :confidence from relation_evidence e where e.id = :evidence
                          on conflict (from_claim_id, to_claim_id, kind)
                            do update set confidence = greatest(claim_relation.confidence, excluded.confidence), carried = false
                          returning id)
                        update relation_evidence e set claim_relation_id = made.id from made where e.id = :evidence""")
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("confidence", Math.min(SURELY_SAID, alike))
                .setParameter("evidence", evidence)
                .executeUpdate();
    }

    private long flushed(Statement statement) {
        session.flush();
        return Objects.requireNonNull(statement.id);
    }

    private static long id(Claim claim) {
        return Objects.requireNonNull(claim.id);
    }
}
