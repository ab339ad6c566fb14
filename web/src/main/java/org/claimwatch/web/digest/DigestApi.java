package org.claimwatch.web.digest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's digests and one's own, for programs. */
@Path("/api/v1/teams/{slug}/digests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DigestApi {
    private final DigestsOfTeam digests;
    private final MonitorsOfDigest monitors;
    private final RecipientsOfDigest recipients;
    private final DigestView view;
    private final CurrentViewer viewer;
    private final Clock clock;

    public DigestApi(
            DigestsOfTeam digests,
            MonitorsOfDigest monitors,
            RecipientsOfDigest recipients,
            DigestView view,
            CurrentViewer viewer,
            Clock clock) {
        this.digests = digests;
        this.monitors = monitors;
        this.recipients = recipients;
        this.view = view;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * A scheduled e-mail.
     *
     * @param mine whether it goes to whoever asks, alone
     * @param schedule in words
     * @param quiet skip or say: what a period without news brings
     */
    @Schema(name = "Digest")
    public record DigestItem(
            long id,
            List<Named> monitors,
            boolean mine,
            String schedule,
            String zone,
            String quiet,
            List<String> recipients,
            boolean active,
            String href) {}

    @Schema(name = "Digests")
    public record Digests(List<DigestItem> items) {}

    /**
     * One edition of a digest.
     *
     * @param state pending, sent, quiet or failed
     * @param items how much it told
     * @param copies for how many addresses it was written; none before it is composed
     * @param taken how many of these the mail server took
     * @param again whether something of it was given up that somebody still wants: an editor can send it again
     * @param troubled the copies of which something is to be said
     */
    @Schema(name = "DigestIssue")
    public record IssueItem(
            long id,
            Instant from,
            Instant to,
            String state,
            @Schema(nullable = true) @Nullable String subject,
            @Schema(nullable = true) @Nullable Integer items,
            @Schema(nullable = true) @Nullable Instant sent,
            @Schema(nullable = true) @Nullable String error,
            int copies,
            long taken,
            boolean again,
            List<CopyItem> troubled) {}

    /**
     * One recipient's copy of an edition that did not simply arrive.
     *
     * @param state bounced, retried, failed or withheld
     * @param answer what the mail server said, or why nothing was sent
     */
    @Schema(name = "DigestCopy")
    public record CopyItem(
            String address,
            String state,
            @Schema(nullable = true) @Nullable String answer) {}

    /**
     * Who gets it.
     *
     * @param withheld why not; null where nothing stands in the way
     * @param bounced whether mail to this address came back
     */
    @Schema(name = "DigestRecipient")
    public record RecipientItem(
            String address,
            @Schema(nullable = true) @Nullable String withheld,
            boolean bounced) {}

    /**
     * A digest by itself, with its newest 60 editions.
     *
     * @param next when the edition under way ends and is sent
     */
    @Schema(name = "DigestAlone")
    public record DigestAlone(
            DigestItem digest, Instant next, List<RecipientItem> recipients, List<IssueItem> issues) {}

    @GET
    @Operation(summary = "A team's digests and your own, by their first monitor")
    public Digests digests(@RestPath String slug) {
        return new Digests(digests.of(viewer.memberOfThis(), viewer.get().accountId()).stream()
                .map(this::item)
                .toList());
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One digest with its editions, newest first")
    public DigestAlone digest(@RestPath String slug, @RestPath long id) {
        Digest digest =
                digests.one(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
        return new DigestAlone(
                item(digest),
                digest.schedule().nextEnd(clock.instant()),
                view.recipientLines(digest).stream()
                        .map(line -> new RecipientItem(line.address(), line.withheld(), line.bounced()))
                        .toList(),
                view.editions(digest).stream().map(DigestApi::item).toList());
    }

    private DigestItem item(Digest digest) {
        return new DigestItem(
                Objects.requireNonNull(digest.id),
                monitors.of(digest).stream()
                        .map(monitor -> new Named(Objects.requireNonNull(monitor.id), monitor.name))
                        .toList(),
                digest.account != null,
                digest.schedule().inWords(),
                digest.timeZone,
                digest.onQuiet.name().toLowerCase(Locale.ROOT),
                recipients.of(digest),
                digest.active,
                "%s/digests/%d".formatted(viewer.memberOfThis().home(), digest.id));
    }

    private static IssueItem item(Edition edition) {
        DigestIssue issue = edition.issue();
        return new IssueItem(
                Objects.requireNonNull(issue.id),
                issue.periodStart,
                issue.periodEnd,
                issue.state.name().toLowerCase(Locale.ROOT),
                issue.subject,
                issue.claimCount,
                issue.sentAt,
                issue.error,
                edition.copies().size(),
                edition.taken(),
                edition.again(),
                edition.troubled().stream()
                        .map(copy -> new CopyItem(copy.address(), copy.trouble().word(), copy.answer()))
                        .toList());
    }
}
