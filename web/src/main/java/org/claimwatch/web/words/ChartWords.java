package org.claimwatch.web.words;

/** What drawings say beside their captions. */
public interface ChartWords {
    ChartWords SAY = Bundle.of(ChartWords.class);

    @English("{from} to {to}: {title}")
    String step(String from, String to, String title);

    @English("{from} to {to}: {title}, and {more} more")
    String stepAndMore(String from, String to, String title, Number more);

    @English("{title}; and {more} more")
    String andMore(String title, Number more);

    @English("before: {before}; in this period: {now}")
    String course(String before, String now);

    @English("nothing")
    String nothing();

    @English("Stretches of equal length, the oldest first")
    String stretches();

    @English("Before")
    String before();

    @English("In this period")
    String now();
}
