package org.claimwatch.web.review;

import java.util.List;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.review.ReviewQueue.Progress;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/**
 * The review queue, one reading at a time.
 *
 * @param basket whether only what is in the reader's basket is asked about
 * @param item null once nothing waits
 * @param undo the review that one made last, which can be taken back; null if there is none
 */
public record QueuePage(
        Member member,
        boolean basket,
        @Nullable Item item,
        Progress progress,
        @Nullable Long undo,
        List<String> problems) {
    /** The queue's own address. */
    public String here() {
        return member.home() + "/reviews/queue" + (basket ? "?of=basket" : "");
    }

    public String basketHref() {
        return member.home() + "/basket";
    }

    /**
     * The reading that is asked about.
     *
     * @param text the whole text of its version, for the span to be moved in
     * @param start of what was said, in code points of the text
     */
    public record Item(
            StatementCard card,
            String why,
            String text,
            int start,
            int end,
            String words,
            String speaker,
            String target,
            String polarity,
            String claim) {}
}
