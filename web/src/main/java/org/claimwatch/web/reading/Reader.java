package org.claimwatch.web.reading;

import java.time.Instant;
import java.time.ZoneId;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/**
 * For whom a reading is laid out.
 *
 * @param team whose reviews stand beside the machine's readings; null for nobody's
 */
public record Reader(ZoneId zone, Instant now, @Nullable Member team) {
    public When when(Instant moment) {
        return When.of(moment, now, zone);
    }

    /** With date and time even for today: where it is evidence. */
    public When exactly(Instant moment) {
        return When.exactly(moment, zone);
    }

    /** When an article was published, as exactly as its outlet says. */
    public When published(Instant moment, boolean dayOnly) {
        return dayOnly ? When.day(moment) : when(moment);
    }

    /** When today began on the reader's clocks. */
    public Instant startOfDay() {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    public boolean reviews() {
        return team != null && team.analyses();
    }
}
