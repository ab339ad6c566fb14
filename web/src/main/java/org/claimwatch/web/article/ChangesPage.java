package org.claimwatch.web.article;

import java.util.List;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.ArticleWords;
import org.claimwatch.web.words.CountWords;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet changed in an article after it had published it.
 *
 * @param title the title's words, marked where they changed
 * @param blocks paragraphs; those without a change are folded between others
 */
public record ChangesPage(
        long articleId,
        String outlet,
        long outletId,
        String heading,
        String lang,
        Side before,
        Side after,
        List<Choice> pairs,
        boolean titleChanged,
        List<Part> title,
        List<Block> blocks,
        List<CueChange> cues,
        long added,
        long removed,
        long changed) {

    /** One of the two versions. */
    public record Side(int number, When fetched, @Nullable When modified, String href) {}

    /**
     * Words in one version or both; a cue that changed carries a label.
     *
     * @param touches whether what stands in its place would run on from it: "said" and "claimed" are no one word
     */
    public record Part(
            boolean removed,
            boolean added,
            String text,
            @Nullable String label,
            boolean touches) {}

    /** A sentence, and what became of it as a class and a word. */
    public record Line(String css, @Nullable String word, List<Part> parts) {}

    /** A paragraph, or several without a change in them, which are folded. */
    public record Block(boolean folded, List<List<Line>> paragraphs) {
        public String fold() {
            return ArticleWords.SAY.unchanged(CountWords.SAY.paragraphs(paragraphs.size()));
        }
    }

    /** A reporting expression replaced by another, and whose words it reports, where that is known. */
    public record CueChange(
            String before, String after, @Nullable String speaker) {}

    /** What stands between two sentences that a change may have brought together. */
    public String gap() {
        return lang.matches("(?:zh|ja|th|lo|km|my)\\b.*") ? "" : " ";
    }

    public String summary() {
        return ArticleWords.SAY.summary(CountWords.SAY.sentences(added), removed, changed);
    }

    public boolean textChanged() {
        return added + removed + changed > 0;
    }
}
