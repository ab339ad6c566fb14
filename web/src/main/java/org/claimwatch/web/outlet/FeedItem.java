package org.claimwatch.web.outlet;

import java.util.Locale;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.layout.When;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A feed for programs; moments are in UTC.
 *
 * @param kind null as long as it has not been read
 * @param state stopped where an administrator stopped it
 * @param why it is polled next when it is
 * @param trouble what keeps it from yielding; null if nothing does
 * @param hub that tells at once when it changes; null where it names none
 */
@Schema(name = "Feed")
public record FeedItem(
        long id,
        Named outlet,
        String url,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String kind,
        String state,
        String nextPoll,
        String why,
        @Schema(nullable = true) @Nullable String lastPoll,
        @Schema(nullable = true) @Nullable String lastNewEntry,
        @Schema(nullable = true) @Nullable String stopped,
        @Schema(nullable = true) @Nullable FeedTroubleItem trouble,
        FeedServerItem server,
        @Schema(nullable = true) @Nullable FeedHubItem hub) {
    /**
     * What was seen of a trouble.
     *
     * @param kind null where it has no name
     * @param status that the server answered with
     * @param failures polls that failed in a row
     */
    @Schema(name = "FeedTrouble")
    public record FeedTroubleItem(
            @Schema(nullable = true) @Nullable String kind,
            @Schema(nullable = true) @Nullable Integer status,
            String evidence,
            String since,
            int failures,
            @Schema(nullable = true) @Nullable String lastSuccess) {}

    /**
     * What is known of the server's word.
     *
     * @param validators none, honest, restless or lying: its “not modified” is not believed; null as long as that is not known
     * @param clockSkewSeconds by how much its clock runs ahead
     */
    @Schema(name = "FeedServer")
    public record FeedServerItem(
            @Schema(nullable = true) @Nullable String validators,
            @Schema(nullable = true) @Nullable String evidence,
            @Schema(nullable = true) @Nullable String since,
            @Schema(nullable = true) @Nullable Integer clockSkewSeconds) {}

    @Schema(name = "FeedHub")
    public record FeedHubItem(
            String url,
            String state,
            @Schema(nullable = true) @Nullable String problem,
            @Schema(nullable = true) @Nullable String lease,
            @Schema(nullable = true) @Nullable String lastPush) {}

    static FeedItem of(FeedLine line) {
        var server = line.server();
        return new FeedItem(
                line.id(),
                new Named(line.outletId(), line.outlet()),
                line.url(),
                line.title(),
                word(line.kind()),
                line.stateWord(),
                line.nextPoll().iso(),
                line.nextPollReason(),
                iso(line.lastPoll()),
                iso(line.lastNewEntry()),
                iso(line.stopped()),
                trouble(line.trouble()),
                new FeedServerItem(
                        word(server.validators()), server.evidence(), iso(server.since()), server.skewSeconds()),
                hub(line.hub()));
    }

    private static @Nullable FeedTroubleItem trouble(FeedLine.@Nullable Trouble trouble) {
        return trouble == null
                ? null
                : new FeedTroubleItem(
                        trouble.kind().isEmpty() ? null : word(trouble.kind()),
                        trouble.status(),
                        trouble.evidence(),
                        trouble.since().iso(),
                        trouble.failures(),
                        iso(trouble.lastSuccess()));
    }

    private static @Nullable FeedHubItem hub(FeedLine.@Nullable Hub hub) {
        return hub == null
                ? null
                : new FeedHubItem(
                        hub.url(),
                        hub.state().toLowerCase(Locale.ROOT),
                        hub.problem(),
                        iso(hub.lease()),
                        iso(hub.lastPush()));
    }

    /** As the API writes what is one of a few: NOT_FOUND is “not found”. */
    private static @Nullable String word(@Nullable String constant) {
        return constant == null ? null : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable String iso(@Nullable When when) {
        return when == null ? null : when.iso();
    }
}
