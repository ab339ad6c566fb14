package org.claimwatch.web.outlet;

import java.util.List;
import org.claimwatch.web.outlet.ListedOutlets.ListedFeed;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/**
 * What taking a list would change here: nothing of the list is lost, each entry is in one of the three.
 *
 * @param skipped what is here already
 */
public record ImportPlan(List<Planned> outlets, List<Problem> skipped, List<Problem> problems) {
    /**
     * An outlet to add, or feeds to add to one that is watched.
     *
     * @param existing its id here, null for a new one
     */
    public record Planned(
            int line,
            OutletForm form,
            List<ListedFeed> feeds,
            @Nullable Long existing) {
        public boolean searched() {
            return existing == null && feeds.isEmpty();
        }

        public String counted() {
            return searched() ? FeedWords.SAY.searchedFor() : CountWords.SAY.feeds(feeds.size());
        }
    }

    long newOutlets() {
        return outlets.stream().filter(outlet -> outlet.existing() == null).count();
    }

    long feeds() {
        return outlets.stream().mapToLong(outlet -> outlet.feeds().size()).sum();
    }

    long searches() {
        return outlets.stream().filter(Planned::searched).count();
    }

    /** "3 outlets and 7 feeds". */
    public String change() {
        return FeedWords.SAY.change(CountWords.SAY.outlets(newOutlets()), CountWords.SAY.feeds(feeds()));
    }
}
