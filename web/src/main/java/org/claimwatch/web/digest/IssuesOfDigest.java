package org.claimwatch.web.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A digest's editions, newest first. */
@ApplicationScoped
class IssuesOfDigest implements PanacheRepository<DigestIssue> {
    private static final int SHOWN = 60;

    List<DigestIssue> of(Digest digest) {
        return find("digest = ?1 order by periodStart desc", digest)
                .page(0, SHOWN)
                .list();
    }

    Optional<Instant> reportedTo(Digest digest) {
        return find("digest = ?1 order by periodEnd desc", digest)
                .firstResultOptional()
                .map(issue -> issue.periodEnd);
    }
}
