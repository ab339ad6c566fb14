package org.claimwatch.web.article;

import org.claimwatch.web.layout.When;
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
        return switch (cause) {
            case BEING_ERASED -> "This article is being erased";
            case ERASED -> "This article was erased";
            case EXPIRED -> "This article’s text is no longer kept";
        };
    }

    public String explanation() {
        return switch (cause) {
            case BEING_ERASED ->
                "An administrator decided it; its text, statements and archived pages go within a minute or so.";
            case ERASED -> "It was erased on request, with its statements and archived pages,";
            case EXPIRED ->
                "The time for which this outlet’s texts are kept is over; it was given up with its statements and archived pages";
        };
    }

    public String advice() {
        return switch (cause) {
            case BEING_ERASED -> "Load this page again to see that it is gone.";
            case ERASED -> "It is not fetched again. A citation of it can no longer be checked here.";
            case EXPIRED ->
                "The outlet may still have it; it is not fetched again. How long texts are kept stands on the outlet’s page.";
        };
    }
}
