package org.claimwatch.web.article;

import java.util.List;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.Margin;
import org.claimwatch.web.reading.MarkedText.Run;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.StatementCard;
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
        List<List<Run>> paragraphs,
        List<Voice> voices,
        List<OwnVoice> ownVoice,
        List<StatementCard> statements,
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

    /** Whom the text names as its first publisher, in which words, and where that outlet is if it is held. */
    public record Origin(
            String name, String evidence, @Nullable Long outletId) {}

    /** The story that it is part of. */
    public record StoryLink(long id, String title) {}

    /** A speaker in order of appearance; choosing one dims the others. */
    public record Voice(
            String name, @Nullable Long actorId, int statements, long firstStatement, String href, boolean chosen) {}

    /** What the outlet itself shows, outside all that it quotes. */
    public record OwnVoice(StanceSign stance, String evidence) {}

    public boolean choosing() {
        return voices.stream().anyMatch(Voice::chosen);
    }
}
