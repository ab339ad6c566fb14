package org.claimwatch.web.today;

import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StoryLine;
import org.jspecify.annotations.Nullable;

/** Four blocks, each with its first rows and its total. */
public record TodayPage(
        PeriodControl period,
        boolean empty,
        Block<ClaimLine> newClaims,
        Block<Contradiction> contradictions,
        Block<StoryLine> stories,
        Block<Trouble> trouble) {

    /** The first rows of a list, and where the rest is. */
    public record Block<T>(List<T> rows, long total, String all) {
        public boolean none() {
            return rows.isEmpty();
        }

        public boolean more() {
            return total > rows.size();
        }
    }

    /** A claim with a voice for it and one against. */
    public record Contradiction(ClaimLine claim, StatementCard asserts, StatementCard denies) {}

    /** A feed that does not yield, and why. */
    public record Trouble(
            long outletId,
            String outlet,
            String url,
            int failures,
            @Nullable String error,
            @Nullable When lastSuccess) {}
}
