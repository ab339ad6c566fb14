package org.claimwatch.analysis.pipeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.analysis.claim.ClaimMatcher;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.ClaimMatcher.Match;
import org.claimwatch.analysis.claim.Proposition;
import org.claimwatch.analysis.claim.Propositions;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.claim.ClaimRelation;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.common.claim.ClaimStatement;
import org.claimwatch.common.statement.Statement;
import org.hibernate.Session;

/** Which stored claim a statement makes: the most alike of those that share its words, or a new one. */
@ApplicationScoped
class StoredClaims implements PanacheRepository<Claim> {
    /** So many of the claims that share words are compared in full. */
    private static final int CANDIDATES = 100;

    /** Of so many a new claim is said to contradict. */
    private static final int MOST_CONTRADICTED = 5;

    /** How sure it is that two figures exclude each other, and not two moments or two counts. */
    private static final float EXCLUDED = 0.8f;

    private final ClaimMatcher matcher;
    private final StoredRelations relations;
    private final Clock clock;

    StoredClaims(ClaimMatcher matcher, StoredRelations relations, Clock clock) {
        this.matcher = matcher;
        this.relations = relations;
        this.clock = clock;
    }

    /** The claims that a version's statements make now. */
    List<Long> of(ArticleVersion version) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.claim.id from ClaimStatement c where c.statement.articleVersion = :version",
                        Long.class)
                .setParameter("version", version)
                .getResultList();
    }

    /** Drops those of some claims that no statement makes any more and about which no person decided anything. */
    void dropUnstated(List<Long> claims) {
        getEntityManager().flush();
        if (claims.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery("""
                        delete from claim c where c.id in (:claims)
                          and not exists (select from claim_statement s where s.claim_id = c.id)
                          and not exists (select from claim_identity i where c.id in (i.from_claim_id, i.to_claim_id))""").setParameter("claims", claims).executeUpdate();
    }

    /** Claims of statements that stand at the same places as in the reading. */
    void assign(ArticleReading reading, List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            ReadStatement read = reading.statements().get(i);
            Statement statement = statements.get(i);
            read.proposition()
                    .ifPresent(p -> assign(p, read, statement, reading.text().language()));
        }
    }

    private void assign(Proposition proposition, ReadStatement read, Statement statement, String language) {
        List<Known> known = known(proposition);
        Optional<Match> match = matcher.match(proposition, known);
        Claim claim = match.map(m -> known(m, proposition, read, language))
                .orElseGet(() -> fresh(proposition, read, language, known));
        ClaimPolarity polarity = match.map(Match::polarity).orElse(ClaimPolarity.ASSERTS);
        getEntityManager()
                .persist(new ClaimStatement(
                        claim,
                        statement,
                        read.attribution().denies() ? ClaimPolarities.turned(polarity) : polarity,
                        match.map(Match::confidence).orElse(read.attribution().confidence())));
        read.relation()
                .ifPresent(relation -> relations.store(relation, statement, claim, known(relation.proposition())));
        if (match.isEmpty()) {
            relations.meet(claim, proposition);
        }
    }

    private List<Known> known(Proposition proposition) {
        List<Known> known = new ArrayList<>();
        alike(proposition).forEach(claim -> known.add(known(claim)));
        return known;
    }

    private Claim fresh(Proposition proposition, ReadStatement read, String language, List<Known> known) {
        Claim claim = new Claim(proposition.text(), language, read.checkWorthy(), clock.instant());
        persist(claim);
        relate(claim, proposition, known);
        return claim;
    }

    private Claim known(Match match, Proposition proposition, ReadStatement read, String language) {
        Claim claim = findById(match.claim());
        if (match.polarity() == ClaimPolarity.ASSERTS && unstated(claim)) {
            // It was this very text's claim, as an earlier analysis worded it.
            claim.text = proposition.text();
            claim.language = language;
            claim.checkWorthy = read.checkWorthy();
        }
        return claim;
    }

    /** A new claim stands against those that give another figure for the same thing; the most alike come first. */
    private void relate(Claim claim, Proposition proposition, List<Known> known) {
        known.stream()
                .filter(other -> matcher.contradict(proposition, other.proposition()))
                .limit(MOST_CONTRADICTED)
                .forEach(other -> getEntityManager()
                        .persist(new ClaimRelation(
                                claim, findById(other.id()), ClaimRelationKind.CONTRADICTS, EXCLUDED)));
    }

    /** One that a person merged or split is nobody's to reword, though its statements may all be another's. */
    private boolean unstated(Claim claim) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select not exists (select from claim_statement s where s.claim_id = :claim)
                           and not exists (select from claim_identity i where :claim in (i.from_claim_id, i.to_claim_id))
                        """, Boolean.class)
                .setParameter("claim", claim.id)
                .getSingleResult();
    }

    static Known known(Claim claim) {
        return new Known(
                Objects.requireNonNull(claim.id),
                Propositions.compared(claim.text, claim.language == null ? "en" : claim.language));
    }

    /** Those that share words with a proposition, the likeliest first. */
    List<Claim> alike(Proposition proposition) {
        Session session = getEntityManager().unwrap(Session.class);
        session.flush();
        return session.createNativeQuery("""
                        select c.* from claim c,
                               cast(replace(cast(plainto_tsquery('simple', :words) as text), '&', '|') as tsquery) query
                        where c.search @@ query
                        order by ts_rank(c.search, query) desc, c.id
                        limit :most
                        """, Claim.class)
                .setParameter("words", Propositions.searchWords(proposition.text()))
                .setParameter("most", CANDIDATES)
                .getResultList();
    }
}
