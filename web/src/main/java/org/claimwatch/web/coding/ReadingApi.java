package org.claimwatch.web.coding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.coding.Answer.Field;
import org.claimwatch.web.coding.CodingRounds.Round;
import org.claimwatch.web.coding.Readings.Compared;
import org.claimwatch.web.coding.Readings.Read;
import org.claimwatch.web.coding.Readings.Whole;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What each coder and the machine read in a round's passages, for programs: as late as the round's page shows it. */
@Path("/api/v1/teams/{slug}/coding/{id:\\d+}/readings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReadingApi {
    private final CodingRounds rounds;
    private final Readings readings;
    private final Questions questions;
    private final CurrentViewer viewer;

    public ReadingApi(CodingRounds rounds, Readings readings, Questions questions, CurrentViewer viewer) {
        this.rounds = rounds;
        this.readings = readings;
        this.questions = questions;
        this.viewer = viewer;
    }

    /**
     * A passage as everybody read it who is through.
     *
     * @param span where it stands in the text of the article's version, in code points, end not included
     * @param target toward which the stance was asked; null where none was named
     * @param differ on which fields the coders differ, of form, speaker, stance, span and claim; none where they agree
     * @param readings by the coders' names; the machine's last, if it still reads the text so
     */
    @Schema(name = "CodedPassage")
    public record PassageItem(
            long id,
            String words,
            @Schema(nullable = true) @Nullable String language,
            long article,
            int version,
            SpanItem span,
            @Schema(nullable = true) @Nullable String target,
            List<String> differ,
            List<ReadingItem> readings,
            String href) {}

    /**
     * One reading of a passage.
     *
     * @param coder null for the machine
     * @param form direct, indirect, mixed or none
     * @param speaker empty where it is read as no statement
     * @param stance favor, against, neutral or none
     * @param span of what was said; null where it was not asked or there is no statement
     * @param words what that span holds
     * @param noClaim whether it was said that it makes none
     * @param claim null where there is none, or it was not asked
     */
    @Schema(name = "CodedReading")
    public record ReadingItem(
            @Schema(nullable = true) @Nullable String coder,
            String form,
            String speaker,
            String stance,
            @Schema(nullable = true) @Nullable SpanItem span,
            @Schema(nullable = true) @Nullable String words,
            boolean noClaim,
            @Schema(nullable = true) @Nullable CodedClaim claim) {}

    /**
     * A claim that somebody read.
     *
     * @param text empty once no such claim is left
     */
    @Schema(name = "CodedClaim")
    public record CodedClaim(long id, String text) {}

    @GET
    @Operation(
            summary =
                    "What each coder and the machine read, those first that the coders read differently; none before the round says that you are through")
    public Listing<PassageItem> readings(
            @RestPath String slug, @RestPath long id, @BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Round round =
                rounds.one(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
        Whole whole = readings.whole(round);
        List<Compared> all = whole.passages();
        List<Compared> rest = all.subList(beginning(all, question), all.size());
        List<Compared> shown = rest.subList(0, Math.min(question.limit(), rest.size()));
        return Lists.part(
                all.size(),
                question,
                false,
                shown.stream().map(passage -> item(passage, whole.claims())).toList(),
                shown.size() < rest.size()
                        ? Long.toString(shown.getLast().item().id())
                        : null);
    }

    /** Behind the passage that the page before ended with, wherever it stands now. */
    private static int beginning(List<Compared> all, Question question) {
        String after = question.here().get("after");
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (Long.toString(all.get(i).item().id()).equals(after)) {
                return i + 1;
            }
        }
        throw Questions.badPlace("after");
    }

    private static PassageItem item(Compared passage, Map<Long, String> claims) {
        var item = passage.item();
        return new PassageItem(
                item.id(),
                item.words(),
                item.language(),
                item.articleId(),
                item.version(),
                new SpanItem(item.contentStart(), item.contentEnd()),
                item.target(),
                passage.differing().stream().map(Field::word).toList(),
                passage.readings().stream()
                        .map(read -> reading(read, item, claims))
                        .toList(),
                item.href());
    }

    private static ReadingItem reading(Read read, Readings.Row item, Map<Long, String> claims) {
        Answer answer = read.answer();
        SpanItem span =
                answer.start() == null || answer.end() == null ? null : new SpanItem(answer.start(), answer.end());
        boolean none = Answer.NONE.equals(answer.claim());
        return new ReadingItem(
                read.coder(),
                answer.form().toLowerCase(Locale.ROOT),
                answer.speaker(),
                answer.polarity().toLowerCase(Locale.ROOT),
                span,
                span == null ? null : item.cut(span.start(), span.end()),
                none,
                none || answer.claim() == null ? null : claim(Long.parseLong(answer.claim()), claims));
    }

    private static CodedClaim claim(long id, Map<Long, String> claims) {
        return new CodedClaim(id, Objects.requireNonNullElse(claims.get(id), ""));
    }
}
