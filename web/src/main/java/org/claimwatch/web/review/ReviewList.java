package org.claimwatch.web.review;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** A team's reviews, newest first. */
public record ReviewList(Member member, List<ReviewLine> reviews, Paging paging) {
    /**
     * A verdict beside what it is about.
     *
     * @param card null once a new analysis reads the text differently
     */
    public record ReviewLine(
            String by,
            Verdict verdict,
            @Nullable String comment,
            boolean undone,
            When at,
            String speaker,
            String words,
            String evidence,
            @Nullable StatementCard card) {
        public String verdictWord() {
            return switch (verdict) {
                case ACCEPTED -> "accepted";
                case CORRECTED -> "corrected";
                case REJECTED -> "rejected";
            };
        }
    }
}
