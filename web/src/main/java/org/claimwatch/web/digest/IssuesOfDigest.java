package org.claimwatch.web.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.digest.Schedule.Span;

/** A digest's editions, newest first. */
@ApplicationScoped
class IssuesOfDigest implements PanacheRepository<DigestIssue> {
    private static final int SHOWN = 60;

    List<DigestIssue> of(Digest digest) {
        return find("digest = ?1 order by periodStart desc", digest)
                .page(0, SHOWN)
                .list();
    }

    Optional<DigestIssue> one(Digest digest, long id) {
        return find("digest = ?1 and id = ?2", digest, id).firstResultOptional();
    }

    /** A period, with the one before it if no edition has told that, because composing it was given up. */
    Span withUntold(Digest digest, Span span) {
        return find("digest = ?1 order by periodEnd desc", digest)
                .firstResultOptional()
                .filter(DigestIssue::untold)
                .map(untold -> new Span(untold.periodStart, span.end()))
                .orElse(span);
    }

    Optional<Instant> reportedTo(Digest digest) {
        return find("digest = ?1 order by periodEnd desc", digest)
                .firstResultOptional()
                .map(issue -> issue.periodEnd);
    }
}
