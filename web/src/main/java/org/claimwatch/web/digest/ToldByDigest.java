package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;

/** What a digest has told already, in whichever edition. */
@ApplicationScoped
class ToldByDigest {
    /** What OpenTelemetry keeps of a span's links unless told otherwise. */
    private static final int MOST_TRACES = 128;

    private final Session session;

    ToldByDigest(Session session) {
        this.session = session;
    }

    Set<String> by(Digest digest) {
        return new HashSet<>(
                session.createNativeQuery("select item from digest_told where digest_id = :digest", String.class)
                        .setParameter("digest", digest.id)
                        .getResultList());
    }

    /**
     * So far before the start of a period, but not before that of the digest's first: also where the editions in between
     * had nothing to tell, for what was being read into the database then was not there to be told.
     */
    Instant sinceFirstEdition(Digest digest, Instant start, Duration overlap) {
        Instant first = session.createNativeQuery(
                        "select min(period_start) from digest_issue where digest_id = :digest", Instant.class)
                .setParameter("digest", digest.id)
                .getSingleResult();
        Instant back = start.minus(overlap);
        return first == null || first.isAfter(start) ? start : first.isAfter(back) ? first : back;
    }

    /** Of the readings that claims were found in, the newest first: where each article of an edition came from. */
    List<String> traces(Collection<Long> claims) {
        return session.createNativeQuery("""
                        select v.read_trace from article_version v where v.read_trace is not null and v.id in (
                          select s.article_version_id from claim_statement cs join statement s on s.id = cs.statement_id
                          where cs.claim_id in (:claims))
                        order by v.analysed_at desc limit :most""", String.class)
                .setParameter("claims", claims.isEmpty() ? Set.of(-1L) : claims)
                .setParameter("most", MOST_TRACES)
                .getResultList();
    }

    void tell(DigestIssue issue, Collection<String> items) {
        if (!items.isEmpty()) {
            session.createNativeMutationQuery("""
                            insert into digest_told (team_id, digest_id, item, digest_issue_id)
                            select :team, :digest, unnest(cast(:items as text[])), :issue on conflict do nothing
                            """)
                    .setParameter("team", Objects.requireNonNull(issue.digest.team.id))
                    .setParameter("digest", issue.digest.id)
                    .setParameter("items", items.toArray(String[]::new))
                    .setParameter("issue", issue.id)
                    .executeUpdate();
        }
    }
}
