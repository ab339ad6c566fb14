package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.digest.DigestPage.DigestForm;
import org.claimwatch.web.digest.DigestPage.DigestLine;
import org.claimwatch.web.digest.DigestPage.DigestList;
import org.claimwatch.web.digest.DigestPage.IssueLine;
import org.claimwatch.web.digest.DigestPage.MonitorChoice;
import org.claimwatch.web.digest.DigestPage.RecipientLine;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.mail.MailDelivery;
import org.claimwatch.web.mail.Outbox;
import org.claimwatch.web.mail.Standing;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.words.DigestWords;
import org.hibernate.Session;

/** Fills the pages of digests. */
@ApplicationScoped
class DigestView {
    private final DigestsOfTeam digests;
    private final IssuesOfDigest issues;
    private final MonitorsOfTeam monitors;
    private final MonitorsOfDigest read;
    private final RecipientsOfDigest recipients;
    private final Standing standing;
    private final Outbox outbox;
    private final Session session;
    private final Clock clock;

    DigestView(
            DigestsOfTeam digests,
            IssuesOfDigest issues,
            MonitorsOfTeam monitors,
            MonitorsOfDigest read,
            RecipientsOfDigest recipients,
            Standing standing,
            Outbox outbox,
            Session session,
            Clock clock) {
        this.digests = digests;
        this.issues = issues;
        this.monitors = monitors;
        this.read = read;
        this.recipients = recipients;
        this.standing = standing;
        this.outbox = outbox;
        this.session = session;
        this.clock = clock;
    }

    DigestList list(Member member, Viewer viewer) {
        List<Digest> all = digests.of(member, viewer.accountId());
        List<Monitor> watched = monitors.of(member);
        return new DigestList(
                member,
                all.stream().map(digest -> line(digest, viewer.zone())).toList(),
                watched.stream()
                        .filter(monitor -> all.stream()
                                .noneMatch(digest -> digest.account == null && digest.monitor.equals(monitor)))
                        .map(DigestView::choice)
                        .toList(),
                watched.stream()
                        .filter(monitor -> all.stream()
                                .noneMatch(digest -> digest.account != null && digest.monitor.equals(monitor)))
                        .map(DigestView::choice)
                        .toList());
    }

    DigestPage page(Member member, Digest digest, ZoneId zone) {
        boolean mine = digest.account != null;
        return new DigestPage(
                member,
                Objects.requireNonNull(digest.id),
                mine,
                read.of(digest).stream().map(DigestView::choice).toList(),
                digest.schedule().inWords(),
                digest.timeZone,
                digest.onQuiet == Digest.OnQuiet.SAY,
                recipientLines(digest),
                digest.active,
                When.exactly(digest.schedule().nextEnd(clock.instant()), zone),
                editions(digest).stream()
                        .map(edition -> IssueLine.of(edition, zone))
                        .toList(),
                mine ? form(member, digest, List.of()) : null);
    }

    DigestForm form(Member member, Digest digest, List<String> problems) {
        return DigestInput.of(digest, read.others(digest))
                .form(member, digest.id, digest.account != null, digest.monitor, monitors.of(member), problems);
    }

    List<RecipientLine> recipientLines(Digest digest) {
        List<String> addresses = recipients.of(digest);
        Map<String, String> withheld = standing.withheld(digest.list(), addresses);
        Set<String> bounced = standing.bounced(addresses);
        return addresses.stream()
                .map(address -> new RecipientLine(
                        address,
                        withheld.get(address.toLowerCase(Locale.ROOT)),
                        bounced.contains(address.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private DigestLine line(Digest digest, ZoneId zone) {
        List<DigestIssue> last = issues.of(digest).stream().limit(1).toList();
        int others = read.others(digest).size();
        return new DigestLine(
                Objects.requireNonNull(digest.id),
                others == 0 ? digest.monitor.name : DigestWords.SAY.andMore(digest.monitor.name, others),
                digest.account != null,
                digest.schedule().inWords(),
                digest.timeZone,
                digest.recipients.length,
                digest.active,
                editions(last, Set.of()).stream()
                        .findFirst()
                        .map(edition -> IssueLine.of(edition, zone))
                        .orElse(null));
    }

    /** Newest first. */
    List<Edition> editions(Digest digest) {
        Set<String> wanted = recipients.of(digest).stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return editions(issues.of(digest), wanted);
    }

    private List<Edition> editions(List<DigestIssue> of, Set<String> wanted) {
        Map<Long, List<MailDelivery>> copies = copies(of);
        return of.stream()
                .map(issue -> new Edition(issue, copies.getOrDefault(issue.id, List.of()), wanted))
                .toList();
    }

    /** An edition's copies; none before it is composed. */
    List<MailDelivery> copiesOf(DigestIssue issue) {
        return copies(List.of(issue)).getOrDefault(issue.id, List.of());
    }

    private Map<Long, List<MailDelivery>> copies(List<DigestIssue> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        List<Long> letters = session.createQuery("select id from MailLetter where digestIssueId in :issues", Long.class)
                .setParameter("issues", of.stream().map(issue -> issue.id).toList())
                .getResultList();
        return outbox.copies(letters).stream()
                .collect(Collectors.groupingBy(copy -> Objects.requireNonNull(copy.letter.digestIssueId)));
    }

    static MonitorChoice choice(Monitor monitor) {
        return new MonitorChoice(Objects.requireNonNull(monitor.id), monitor.name, false);
    }
}
