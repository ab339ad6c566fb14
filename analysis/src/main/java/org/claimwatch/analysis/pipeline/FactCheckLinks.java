package org.claimwatch.analysis.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.FactCheckMatcher;
import org.claimwatch.analysis.claim.FactCheckMatcher.Link;
import org.claimwatch.analysis.claim.Propositions;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.Claim;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Links fact-checks to claims, whichever of the two came first. */
@ApplicationScoped
class FactCheckLinks {
    /** Fact-checks that are looked at again for one new claim. */
    private static final int LIKELY = 3;

    private final StoredClaims claims;
    private final FactCheckMatcher matcher = new FactCheckMatcher();
    private final Session session;

    FactCheckLinks(StoredClaims claims, Session session) {
        this.claims = claims;
        this.session = session;
    }

    private record Checked(long id, String claim, @Nullable String language) {}

    /**
     * Finds anew what the version's own fact-checks are about, and those that may be about its new claims.
     *
     * @param before the claims that an earlier reading found in it
     */
    void link(ArticleVersion version, List<Long> before) {
        session.flush();
        List<Checked> own = checked("f.article_version_id = :version", version.id, null, Integer.MAX_VALUE);
        Set<Long> fresh = new LinkedHashSet<>(claims.of(version));
        before.forEach(fresh::remove);
        Set<Checked> affected = new LinkedHashSet<>(own);
        if (!fresh.isEmpty() && any()) {
            for (Claim claim : claims.list("id in ?1", fresh)) {
                affected.addAll(checked(
                        "f.search @@ query and v.number = (select max(number) from article_version w"
                                + " where w.article_id = v.article_id)",
                        null,
                        Propositions.searchWords(claim.text),
                        LIKELY));
            }
        }
        affected.forEach(this::link);
    }

    private boolean any() {
        return session.createNativeQuery("select exists (select from fact_check)", Boolean.class)
                .getSingleResult();
    }

    private void link(Checked checked) {
        var proposition =
                Propositions.compared(checked.claim(), checked.language() == null ? "en" : checked.language());
        List<Known> known =
                claims.alike(proposition).stream().map(StoredClaims::known).toList();
        Set<Long> found = new HashSet<>();
        for (Link link : matcher.links(proposition, known)) {
            found.add(link.claim());
            session.createNativeMutationQuery("""
                            insert into fact_check_link (fact_check_id, claim_id, opposite, confidence)
                            values (:check, :claim, :opposite, :confidence)
                            on conflict (fact_check_id, claim_id)
                            do update set opposite = excluded.opposite, confidence = excluded.confidence""")
                    .setParameter("check", checked.id())
                    .setParameter("claim", link.claim())
                    .setParameter("opposite", link.opposite())
                    .setParameter("confidence", link.confidence())
                    .executeUpdate();
        }
        session.createNativeMutationQuery(
                        "delete from fact_check_link where fact_check_id = :check and not claim_id = any (:found)")
                .setParameter("check", checked.id())
                .setParameter("found", found.toArray(Long[]::new))
                .executeUpdate();
    }

    private List<Checked> checked(String which, @Nullable Long version, @Nullable String words, int most) {
        var query = session.createNativeQuery("""
                        select f.id, f.claim, v.language from fact_check f
                        join article_version v on v.id = f.article_version_id,
                             cast(replace(cast(plainto_tsquery('simple', coalesce(:words, '')) as text), '&', '|')
                                  as tsquery) query
                        where %s order by ts_rank(f.search, query) desc, f.id limit :most""".formatted(which), Object[].class)
                .setParameter("words", words, String.class)
                .setParameter("most", most);
        if (version != null) {
            query.setParameter("version", version);
        }
        return query.stream()
                .map(row -> new Checked(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }
}
