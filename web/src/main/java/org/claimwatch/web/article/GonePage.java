package org.claimwatch.web.article;

import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.ArticleWords;
import org.jspecify.annotations.Nullable;

/**
 * An article whose text is not held any more, or not for long.
 *
 * @param at since when, null while it is under way
 */
public record GonePage(Cause cause, @Nullable When at) {
    /** Why it is gone. */
    public enum Cause {
        BEING_ERASED,
        ERASED,
        EXPIRED
    }

    public int status() {
        return cause == Cause.BEING_ERASED ? 200 : 410;
    }

    public String heading() {
        return ArticleWords.SAY.gone(cause);
    }

    public String explanation() {
        return ArticleWords.SAY.goneWhy(cause);
    }

    public String advice() {
        return ArticleWords.SAY.goneThen(cause);
    }
}
