package org.claimwatch.web.article;

import java.util.List;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.Margin;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.jspecify.annotations.Nullable;

/**
 * An article version with its statements in place.
 *
 * @param analysed whether the machine has read this version yet
 * @param changes the page that says what the versions have otherwise; null where there is one version
 */
public record ArticlePage(
        long id,
        String title,
        long outletId,
        String outlet,
        String authors,
        @Nullable String section,
        When published,
        When fetched,
        String url,
        boolean followable,
        String lang,
        List<Choice> versions,
        boolean analysed,
        @Nullable Withdrawn withdrawn,
        @Nullable String changes,
        @Nullable Origin origin,
        @Nullable AlsoPublished alsoPublished,
        @Nullable StoryLink story,
        Painted text,
        List<Voice> voices,
        List<OwnVoice> ownVoice,
        List<StatementCard> statements,
        @Nullable Ticks ticks,
        Margin margin,
        Keeping keeping) {

    /**
     * What can be done about the text's own keeping.
     *
     * @param archived where the page is shown as it was fetched
     * @param administers whether the viewer may have the article erased
     */
    public record Keeping(String archived, boolean administers) {}

    /** When the outlet took the article away, and what it answered then. */
    public record Withdrawn(When at, String reason) {}

    /**
     * Whom the text names as its first publisher, in which words, and where that outlet is if it is held.
     *
     * @param spanStart where these words stand in the text; null where the byline has them
     */
    public record Origin(
            String name,
            String evidence,
            @Nullable Integer spanStart,
            @Nullable Integer spanEnd,
            @Nullable Long outletId) {}

    /** The story that it is part of. */
    public record StoryLink(long id, String title) {}

    /** A speaker in order of appearance; choosing one dims the others. */
    public record Voice(
            String name, @Nullable Long actorId, int statements, long firstStatement, String href, boolean chosen) {}

    /**
     * What the outlet itself shows, outside all that it quotes.
     *
     * @param href where it is marked in the text
     */
    public record OwnVoice(StanceSign stance, String evidence, String href) {}

    /** The text with the layers that the address asks for, and the way to other ones. */
    public record Painted(
            List<List<Stretch>> paragraphs,
            List<Toggle> toggles,
            boolean statements,
            boolean stance,
            boolean own,
            boolean changes) {}

    /** A layer of the text, how much there is of it, and where it is shown or no longer. */
    public record Toggle(String label, long count, String href, boolean on) {}

    /** Words under the same marks, and what is said of them where they begin. */
    public record Stretch(List<Label> labels, String text, String css) {}

    /**
     * What stands in the text without being of it.
     *
     * @param holder whose stance it is; null for the outlet's own voice
     * @param stance null where words are gone
     * @param gone words that only the version before has
     */
    public record Label(
            @Nullable String id,
            @Nullable String holder,
            @Nullable StanceSign stance,
            @Nullable String gone) {}

    public boolean choosing() {
        return voices.stream().anyMatch(Voice::chosen);
    }
}
