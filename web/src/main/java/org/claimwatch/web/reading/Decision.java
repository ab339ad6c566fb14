package org.claimwatch.web.reading;

import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.ReadingWords;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about who is who, or which claims are one; it stands above what the machine reads until it is undone.
 *
 * @param subject where its pages are: {@code actors} or {@code claims}
 * @param split whether a part of what was read as the one is the other; else all of it is
 * @param turned whether the one says the opposite of the other
 * @param share how many articles or statements a split takes
 * @param by null where it was somebody of another team, whom one does not see
 */
public record Decision(
        long id,
        String subject,
        boolean split,
        boolean turned,
        Thing from,
        Thing to,
        long share,
        @Nullable String by,
        When at,
        @Nullable When undone) {

    /** An actor by its name, or a claim by its wording. */
    public record Thing(long id, String words, String lang) {}

    public String who() {
        return by == null ? ReadingWords.SAY.anEditor() : by;
    }

    /** Stands between the two. */
    public String verb() {
        if (!split) {
            return turned ? ReadingWords.SAY.saysOpposite() : ReadingWords.SAY.is();
        }

        return subject.equals("actors") ? ReadingWords.SAY.isInArticles(share) : ReadingWords.SAY.isInStatements(share);
    }

    /** Where the actor or claim that stays can be looked at. */
    public String href() {
        return "/%s/%d".formatted(subject, to.id());
    }
}
