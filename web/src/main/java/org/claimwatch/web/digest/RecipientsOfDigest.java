package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.claimwatch.web.mail.MailLetter;
import org.claimwatch.web.mail.StillWanted;
import org.hibernate.Session;

/** To whom a digest goes: the team's list, or a member as long as the person is one. */
@ApplicationScoped
class RecipientsOfDigest implements StillWanted {
    private final Session session;

    RecipientsOfDigest(Session session) {
        this.session = session;
    }

    List<String> of(Digest digest) {
        if (digest.account == null) {
            return List.of(digest.recipients);
        }
        // Who has left the team gets nothing of it any more, and a new address is where the account says.
        return session.createQuery(
                        "select a.email from Membership m join m.account a"
                                + " where m.team = :team and a = :account and a.email is not null",
                        String.class)
                .setParameter("team", digest.team)
                .setParameter("account", digest.account)
                .getResultList();
    }

    @Override
    public boolean goesTo(MailLetter letter, String address) {
        if (letter.digestIssueId == null) {
            return true;
        }
        DigestIssue issue = session.find(DigestIssue.class, letter.digestIssueId);
        return issue != null && of(issue.digest).stream().anyMatch(address::equalsIgnoreCase);
    }
}
