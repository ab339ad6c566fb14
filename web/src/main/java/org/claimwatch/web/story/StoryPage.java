package org.claimwatch.web.story;

import java.util.List;
import org.claimwatch.web.chart.Lanes;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Published;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.StoryLine;
import org.claimwatch.web.words.StoryWords;
import org.jspecify.annotations.Nullable;

/** One event as each outlet tells it. */
public record StoryPage(StoryLine story, Lanes timeline, List<Telling> tellings, List<ClaimLine> claims) {
    /** The stories of a period. */
    public record StoryList(
            PeriodControl period,
            List<Choice> show,
            boolean moving,
            Narrowing narrowing,
            List<Listed> stories,
            Paging paging) {}

    /**
     * A story of a list.
     *
     * @param before how many articles of it the period before has; null where nobody asked
     */
    public record Listed(StoryLine story, @Nullable Long before) {
        public String earlier() {
            return before == null ? "" : StoryWords.SAY.before(before);
        }
    }

    /**
     * What one outlet reports of the event.
     *
     * @param lead the first claim that one meets in it
     * @param leavesOut claims that at least two others carry and this one does not
     * @param stances of the outlet's own voice
     */
    public record Telling(
            long outletId,
            String outlet,
            List<Report> reports,
            @Nullable ClaimLine lead,
            List<Speaker> speakers,
            List<StanceSign> stances,
            List<ClaimLine> leavesOut) {}

    /** Somebody quoted. */
    public record Speaker(long id, String name) {}

    /** One article of it. */
    public record Report(long articleId, String title, String lang, When at, Published published) {}
}
