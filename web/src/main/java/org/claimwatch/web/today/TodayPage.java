package org.claimwatch.web.today;

import java.util.List;
import java.util.Locale;
import org.claimwatch.web.layout.Counted;
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

    /** An outlet that has fallen silent, or one of its feeds that does not yield, and why. */
    public record Trouble(
            long outletId,
            String outlet,
            @Nullable String url,
            @Nullable String kind,
            int failures,
            @Nullable String evidence,
            When since,
            long perWeek,
            long missing) {
        public boolean silent() {
            return url == null;
        }

        public String usual() {
            return "usual are %s a week, and %s since then"
                    .formatted(Counted.of(perWeek, "article"), Counted.number(missing));
        }

        public String word() {
            return kind == null ? "failing" : kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
