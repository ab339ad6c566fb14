package org.claimwatch.web.today;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.Reversals.Reversal;
import org.claimwatch.web.today.TodayPage.Spike;
import org.claimwatch.web.today.TodayPage.Trouble;

/** All of what Today shows the first rows of. */
public interface NewsLists {
    /** Who turned within a period. */
    record ReversalList(PeriodControl period, List<Reversal> reversals, Paging paging) {}

    /** Who is heard, and what is spoken of, far more than before. */
    record SpikeList(PeriodControl period, List<Spike> spikes, Paging paging) {}

    /** Silent outlets, and feeds that do not yield, as they are now. */
    record TroubleList(List<Trouble> troubles, Paging paging) {}
}
