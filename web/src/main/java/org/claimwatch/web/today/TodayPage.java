package org.claimwatch.web.today;

import java.util.List;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Reversals.Reversal;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StoryLine;
import org.claimwatch.web.words.TodayWords;
import org.jspecify.annotations.Nullable;

/**
 * What is new, block by block, each with its first rows and its total.
 *
 * @param steps on the way to the first claim; null once the instance has found its feet
 * @param compared whether the totals of the period before stand beside
 */
public record TodayPage(
        PeriodControl period,
        @Nullable FirstSteps steps,
        boolean compared,
        Block<ClaimLine> newClaims,
        Block<Contradiction> contradictions,
        Block<Reversal> reversals,
        Block<NewSpeaker> newSpeakers,
        Block<Spike> spikes,
        Block<Moving> stories,
        Block<Trouble> trouble) {

    /** Whether there is any news to tell of. */
    public boolean news() {
        return steps == null || steps.arrived();
    }

    /**
     * The first rows of a list, and where the rest is.
     *
     * @param before how many the period before has; null where nobody asked
     */
    public record Block<T>(
            List<T> rows,
            Total counted,
            String all,
            @Nullable Total before) {
        /** Of rows that are all at hand. */
        static <T> Block<T> of(List<T> rows, long total, String all, @Nullable Long before) {
            return new Block<>(rows, Total.exactly(total), all, before == null ? null : Total.exactly(before));
        }

        public boolean none() {
            return rows.isEmpty();
        }

        public boolean more() {
            return counted.rows() > rows.size();
        }

        public String total() {
            return counted.brief();
        }

        public String earlier() {
            return before == null ? "" : before.brief();
        }
    }

    /** Somebody never quoted before. */
    public record NewSpeaker(
            long actorId,
            String name,
            @Nullable String affiliation,
            long statements,
            long outlets,
            When first,
            String href) {
        public String why() {
            return TodayWords.SAY.neverQuoted(statements, outlets);
        }
    }

    /**
     * A speaker heard, or a target spoken of, far more often than in the period before.
     *
     * @param href what it is about
     * @param counted its rows
     */
    public record Spike(
            String name, String kind, long now, long before, String href, String counted, Sparkline course) {
        public String why() {
            return TodayWords.SAY.spikeOf(kind, now, before);
        }
    }

    /** A story that is told more than usual. */
    public record Moving(StoryLine story, long before, Sparkline course) {
        public String why() {
            return TodayWords.SAY.movingBefore(story.articles(), story.outlets(), before);
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
            return TodayWords.SAY.usual(perWeek, missing);
        }

        public String word() {
            return TodayWords.SAY.feedTrouble(kind == null ? "" : kind);
        }
    }
}
