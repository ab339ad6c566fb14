package org.claimwatch.ingest.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Gives a claim that others make as well the words of one of them, where its own came from a text that goes.
 *
 * <p>Which statement a claim has its words from is not recorded; it is the one whose content is most like them.
 */
@ApplicationScoped
class ClaimWordings {
    private final Session session;

    ClaimWordings(Session session) {
        this.session = session;
    }

    /** One of a claim's statements, the claim beside it. */
    private record Said(
            long claim,
            String text,
            long statement,
            String content,
            @Nullable String language,
            boolean asserts,
            boolean goes) {}

    /** Returns the wordings that are to be found nowhere any more once the versions are gone. */
    List<String> withoutThoseOf(List<Long> versions, List<Long> claims) {
        List<String> gone = new ArrayList<>();
        byClaim(versions, claims).forEach((claim, said) -> {
            List<Said> others = said.stream().filter(each -> !each.goes()).toList();
            Said origin = said.getFirst();
            for (Said each : said) {
                if (likeness(each) > likeness(origin)) {
                    origin = each;
                }
            }
            if (others.isEmpty()) {
                gone.add(origin.text());
            } else if (origin.goes()) {
                gone.add(origin.text());
                reword(claim, others);
            }
        });
        return gone;
    }

    List<String> of(List<Long> claims) {
        return claims.isEmpty()
                ? List.of()
                : session.createNativeQuery("select text from claim where id in (:claims)", String.class)
                        .setParameter("claims", claims)
                        .getResultList();
    }

    /**
     * Claims that a person merged into others keep their wording to know the same words by: once a text is gone it is that
     * of a statement which remains. Where none remains nothing refers to the claim any more.
     */
    void replaceMerged(List<Long> claims) {
        if (claims.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        update claim_statement set read_claim_id = null, read_polarity = null
                        where read_claim_id in (:claims) and not exists (
                          select from claim_statement other
                          where other.read_claim_id = claim_statement.read_claim_id and other.read_polarity = 'ASSERTS')
                        """).setParameter("claims", claims).executeUpdate();
        session.createNativeMutationQuery("""
                        update claim c set text = said.content, language = said.language
                        from (select distinct on (cs.read_claim_id) cs.read_claim_id, s.content, v.language
                              from claim_statement cs join statement s on s.id = cs.statement_id
                              join article_version v on v.id = s.article_version_id
                              where cs.read_claim_id in (:claims) and cs.read_polarity = 'ASSERTS'
                              order by cs.read_claim_id, cs.confidence desc, s.id) said
                        where c.id = said.read_claim_id""").setParameter("claims", claims).executeUpdate();
    }

    /** Those that go come first, so that of two equal ones the claim is taken to be theirs; then by certainty. */
    private Map<Long, List<Said>> byClaim(List<Long> versions, List<Long> claims) {
        Map<Long, List<Said>> byClaim = new LinkedHashMap<>();
        if (claims.isEmpty()) {
            return byClaim;
        }
        List<Object[]> rows = session.createNativeQuery("""
                        select c.id, c.text, s.id, s.content, v.language, cs.polarity = 'ASSERTS',
                               s.article_version_id in (:versions) as goes
                        from claim c join claim_statement cs on cs.claim_id = c.id
                        join statement s on s.id = cs.statement_id join article_version v on v.id = s.article_version_id
                        where c.id in (:claims)
                        order by c.id, goes desc, cs.polarity = 'ASSERTS' desc, cs.confidence desc, s.id""", Object[].class)
                .setParameter("versions", versions)
                .setParameter("claims", claims)
                .getResultList();
        for (Object[] row : rows) {
            long claim = ((Number) row[0]).longValue();
            byClaim.computeIfAbsent(claim, id -> new ArrayList<>())
                    .add(new Said(
                            claim,
                            (String) row[1],
                            ((Number) row[2]).longValue(),
                            (String) row[3],
                            (String) row[4],
                            (Boolean) row[5],
                            (Boolean) row[6]));
        }
        return byClaim;
    }

    /**
     * Where only deniers are left the claim becomes what they say, which they assert; how the old one stood to others
     * says nothing about it.
     */
    private void reword(long claim, List<Said> others) {
        Said next = others.getFirst();
        session.createNativeMutationQuery("update claim set text = :text, language = :language where id = :claim")
                .setParameter("text", next.content())
                .setParameter("language", next.language())
                .setParameter("claim", claim)
                .executeUpdate();
        if (!next.asserts()) {
            session.createNativeMutationQuery("""
                            update claim_statement set polarity = case polarity when 'ASSERTS' then 'DENIES' else 'ASSERTS' end
                            where claim_id = :claim""").setParameter("claim", claim).executeUpdate();
            session.createNativeMutationQuery(
                            "delete from claim_relation where from_claim_id = :claim or to_claim_id = :claim")
                    .setParameter("claim", claim)
                    .executeUpdate();
        }
    }

    /** Share of words in common (Jaccard). */
    private static double likeness(Said said) {
        Set<String> claim = words(said.text());
        Set<String> content = words(said.content());
        Set<String> both = new HashSet<>(claim);
        both.retainAll(content);
        claim.addAll(content);
        return claim.isEmpty() ? 0 : (double) both.size() / claim.size();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)));
    }
}
