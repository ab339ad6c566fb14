package org.claimwatch.web.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.Period.Length;
import org.claimwatch.web.reading.Kept;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.PeriodWords;
import org.jspecify.annotations.Nullable;

/** Which period an address asks for, given what news is held. */
@ApplicationScoped
public class Periods {
    private static final Duration STALE = Duration.ofDays(1);

    private final Rows rows;
    private final Kept kept;
    private final Clock clock;

    public Periods(Rows rows, Kept kept, Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.clock = clock;
    }

    /** So many unread articles are counted; beyond, nobody needs the number. */
    private static final int MOST_UNREAD = 1000;

    private record News(@Nullable Instant newest, @Nullable Instant analysed) {}

    public PeriodControl asked(Address address, ZoneId zone) {
        Instant now = clock.instant();
        Instant end = kept.end(now);
        News news = rows.first(News.class, """
                        select (select max(v.told_at) from article_version v where v.told_at <= :now) as newest,
                               (select max(v.analysed_at) from article_version v) as analysed
                        """, Map.of("now", now)).orElseThrow();
        When upToDate = When.ofNullable(news.analysed(), now, zone);
        boolean stale = news.analysed() != null && news.analysed().isBefore(now.minus(STALE));
        Length length = Length.of(address.get("period"));
        if (length != Length.OWN) {
            return control(Period.back(length, end, news.newest(), zone), address, upToDate, stale, null);
        }
        try {
            LocalDate first = day(address.get("from"));
            LocalDate last = day(address.get("to"));
            if (first.isAfter(last)) {
                throw new DateTimeException("The range ends before it begins");
            }
            return control(Period.days(first, last, zone), address, upToDate, stale, null);
        } catch (DateTimeException e) {
            return control(
                    Period.back(Length.WEEK, end, news.newest(), zone),
                    address,
                    upToDate,
                    stale,
                    PeriodWords.SAY.badRange());
        }
    }

    private PeriodControl control(
            Period period, Address address, @Nullable When upToDate, boolean stale, @Nullable String problem) {
        long unread = rows.number("""
                select count(*) from (select from article_version v
                                      where v.analysed_at is null and v.told_at >= :from and v.told_at < :to limit :most) unread
                """, Map.of("from", period.from(), "to", period.to(), "most", MOST_UNREAD));
        return PeriodControl.of(period, address, upToDate, stale, unread, problem);
    }

    private static LocalDate day(@Nullable String text) {
        return LocalDate.parse(text == null ? "" : text);
    }
}
