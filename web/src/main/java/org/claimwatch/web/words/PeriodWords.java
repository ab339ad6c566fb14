package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Stretches of time, and the control that changes them. */
public interface PeriodWords {
    PeriodWords SAY = Bundle.of(PeriodWords.class);

    @English("Period")
    String period();

    @English("own range")
    String ownRange();

    @English("from")
    String from();

    @English("to")
    String to();

    @English("Show")
    String show();

    @English("· nothing has been read since {upToDate}")
    RawString stale(RawString upToDate);

    @English("see why")
    String seeWhy();

    @English("· brought up to date {upToDate}")
    RawString upToDate(RawString upToDate);

    @English("{length, select, DAY{24 hours} WEEK{7 days} MONTH{30 days} ALL{all time} other{own range}}")
    String length(Enum<?> length);

    @English("{first} to {last}")
    String range(String first, String last);

    @English("{length} to {last}, the newest news held")
    String countedBack(String length, String last);

    @English("{length, select, DAY{the last 24 hours} WEEK{the last 7 days} MONTH{the last 30 days} other{all time}}")
    String last(Enum<?> length);

    @English("compare with the period before")
    String compare();

    @English("An own range needs two days, the first no later than the last; this shows the usual week.")
    String badRange();

    @English(
            "{what, select, claims{claims} actors{actors} stories{stories} statements{statements} articles{articles} pairs{pairs} stances{stances} outlets{outlets} reversals{reversals} spikes{spikes} other{{what}}} in the period before: {more, select, true{more than } other{}}{n}")
    String before(String what, Number n, Boolean more);

    @English("Look at: {length}")
    String tryLonger(String length);

    @English(
            "{n, plural, one{One article of this period is fetched and not read yet.} other{# articles of this period are fetched and not read yet.}}")
    String unread(Number n);
}
