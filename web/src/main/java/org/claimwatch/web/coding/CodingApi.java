package org.claimwatch.web.coding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.claimwatch.web.coding.CodingRounds.Agreement;
import org.claimwatch.web.coding.CodingRounds.Round;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's rounds of blind coding and how far their coders agree, for programs. */
@Path("/api/v1/teams/{slug}/coding")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CodingApi {
    private final CodingRounds rounds;
    private final CurrentViewer viewer;

    public CodingApi(CodingRounds rounds, CurrentViewer viewer) {
        this.rounds = rounds;
        this.viewer = viewer;
    }

    /**
     * A sample of passages that several people read.
     *
     * @param mine how many of the passages you have coded
     * @param closed when nobody could code it any more; null while it can be coded
     */
    @Schema(name = "CodingRound")
    public record RoundItem(
            long id,
            String name,
            long passages,
            long mine,
            String by,
            Instant created,
            @Schema(nullable = true) @Nullable Instant closed,
            String href) {}

    @Schema(name = "CodingRounds")
    public record RoundItems(List<RoundItem> items) {}

    /**
     * A round by itself.
     *
     * @param through whether two are through, and you are too or the round is closed: only then is there agreement to tell
     */
    @Schema(name = "CodingRoundAlone")
    public record RoundAlone(
            RoundItem round, List<CoderItem> coders, boolean through, List<AgreementItem> agreements) {}

    /** How many passages somebody has coded. */
    @Schema(name = "Coder")
    public record CoderItem(String name, long done) {}

    /**
     * How far the coders who are through agree on one field: form, speaker, stance, span (the same where both ends are) or claim.
     *
     * @param byCoder each with all others
     */
    @Schema(name = "Agreement")
    public record AgreementItem(String field, AlphaItem all, List<CodersAlpha> byCoder) {}

    @Schema(name = "AgreementOfCoder")
    public record CodersAlpha(String coder, AlphaItem alpha) {}

    /**
     * Krippendorff's alpha for nominal values.
     *
     * @param value 1 is perfect, 0 is chance; null where nothing varies
     * @param low where its 95 % interval begins
     * @param high where it ends
     * @param units that two valued, at least
     */
    @Schema(name = "Alpha")
    public record AlphaItem(
            @Schema(nullable = true) @Nullable Double value,
            @Schema(nullable = true) @Nullable Double low,
            @Schema(nullable = true) @Nullable Double high,
            int units) {
        static AlphaItem of(Alpha alpha) {
            return new AlphaItem(number(alpha.value()), number(alpha.low()), number(alpha.high()), alpha.units());
        }

        private static @Nullable Double number(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }

    @GET
    @Operation(summary = "A team's rounds of blind coding, newest first")
    public RoundItems rounds(@RestPath String slug) {
        return new RoundItems(rounds.of(viewer.memberOfThis(), viewer.get().accountId()).stream()
                .map(this::item)
                .toList());
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One round: how far each coder is, and once all are through, how far they agree")
    public RoundAlone round(@RestPath String slug, @RestPath long id) {
        Round round =
                rounds.one(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
        List<Agreement> agreements = rounds.agreements(round);
        return new RoundAlone(
                item(round),
                rounds.coders(id).stream()
                        .map(coder -> new CoderItem(coder.name(), coder.done()))
                        .toList(),
                agreements != null,
                agreements == null
                        ? List.of()
                        : agreements.stream().map(CodingApi::item).toList());
    }

    private RoundItem item(Round round) {
        return new RoundItem(
                round.id(),
                round.name(),
                round.items(),
                round.mine(),
                round.by(),
                round.createdAt(),
                round.closedAt(),
                "%s/coding/%d".formatted(viewer.memberOfThis().home(), round.id()));
    }

    private static AgreementItem item(Agreement agreement) {
        return new AgreementItem(
                agreement.field(),
                AlphaItem.of(agreement.all()),
                agreement.byCoder().stream()
                        .map(coder -> new CodersAlpha(coder.name(), AlphaItem.of(coder.alpha())))
                        .toList());
    }
}
