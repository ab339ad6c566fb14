package org.claimwatch.web.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lists of several features have in them. */
public final class Items {
    private Items() {}

    /** Something that has a name and a number. */
    public record Named(long id, String name) {}

    /**
     * A statement with its evidence.
     *
     * @param words as written: of a direct quotation with its marks, of a paraphrase without
     * @param spans where the words stand in the text of the article's version, in code points, end not included
     * @param chain from the original speaker to the outlet
     * @param dayOnly whether the outlet gave a day and no time
     * @param href the page that shows it in its text
     */
    @Schema(name = "Statement")
    public record StatementItem(
            long id,
            SpeakerItem speaker,
            String form,
            String words,
            @Schema(nullable = true) @Nullable String cue,
            List<SpanItem> spans,
            List<String> chain,
            float confidence,
            List<StanceItem> stances,
            Named outlet,
            PlaceItem article,
            Instant published,
            boolean dayOnly,
            @Schema(nullable = true) @Nullable SideItem claim,
            String href) {}

    /**
     * Who says it; without an id, somebody unnamed.
     *
     * @param readAs what the machine took the speaker for, where a person said that it is this one
     */
    @Schema(name = "Speaker")
    public record SpeakerItem(
            @Schema(nullable = true) @Nullable Long id,
            String name,
            @Schema(nullable = true) @Nullable String affiliation,
            @Schema(nullable = true) @Nullable String readAs) {}

    @Schema(name = "Span")
    public record SpanItem(int start, int end) {}

    @Schema(name = "Stance")
    public record StanceItem(String stance, String target, float confidence) {}

    @Schema(name = "ArticleVersion")
    public record PlaceItem(
            long id,
            int version,
            String title,
            String url,
            @Schema(nullable = true) @Nullable String language) {}

    /** On which side of which claim. */
    @Schema(name = "ClaimSide")
    public record SideItem(long id, String text, String side, float confidence) {}

    /**
     * A claim with what can be counted of it; what the machine doubts is in doubtful alone, and outlets that carry it by
     * such readings alone in doubtfulOutlets.
     *
     * @param origins of the outlets, how many have it from no other
     */
    @Schema(name = "Claim")
    public record ClaimItem(
            long id,
            String text,
            @Schema(nullable = true) @Nullable String language,
            float checkWorthy,
            long asserts,
            long denies,
            long doubtful,
            long outlets,
            long origins,
            long doubtfulOutlets,
            Instant firstSeen,
            boolean firstDayOnly,
            String firstOutlet,
            Instant lastSeen,
            float confidence,
            String href) {}

    @Schema(name = "Article")
    public record ArticleItem(
            long id,
            int version,
            String title,
            String url,
            @Schema(nullable = true) @Nullable String language,
            Named outlet,
            Instant published,
            boolean dayOnly,
            long statements,
            String href) {}

    @Schema(name = "Story")
    public record StoryItem(
            long id, String title, long articles, long outlets, Instant first, Instant last, String href) {}
}
