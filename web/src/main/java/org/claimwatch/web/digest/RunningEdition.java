package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import org.claimwatch.web.digest.DigestMails.Edition;
import org.claimwatch.web.security.CurrentViewer;

/** What a digest's next edition would say if it were sent now. */
@ApplicationScoped
class RunningEdition {
    private final DigestsOfTeam digests;
    private final IssuesOfDigest issues;
    private final DigestMails mails;
    private final CurrentViewer viewer;
    private final Clock clock;

    RunningEdition(DigestsOfTeam digests, IssuesOfDigest issues, DigestMails mails, CurrentViewer viewer, Clock clock) {
        this.digests = digests;
        this.issues = issues;
        this.mails = mails;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Of a digest that the viewer may see. */
    Edition edition(long id) {
        Digest digest =
                digests.one(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
        return mails.compose(
                digest,
                issues.withUntold(
                        digest,
                        digest.schedule().current(issues.reportedTo(digest).orElse(null), clock.instant())));
    }
}
