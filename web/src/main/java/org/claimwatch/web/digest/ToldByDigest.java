package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;

/** What a digest has told already, in whichever edition. */
@ApplicationScoped
class ToldByDigest {
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
