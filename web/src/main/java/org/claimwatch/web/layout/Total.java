package org.claimwatch.web.layout;

import io.quarkus.qute.RawString;
import org.claimwatch.web.words.CountWords;

/**
 * How many rows a list has, counted as far as it is of use: nobody pages through a million, and to count them costs.
 *
 * @param more whether there are more than these
 */
public record Total(long rows, boolean more) {
    public static final Total NONE = new Total(0, false);

    /** Of a list that was counted to its end. */
    public static Total exactly(long rows) {
        return new Total(rows, false);
    }

    /** Of rows that were counted one further than a limit. */
    public static Total within(long limit, long counted) {
        return new Total(Math.min(limit, counted), counted > limit);
    }

    /** "100 claims", "more than 100,000 claims". */
    public String said(String counted) {
        return more ? CountWords.SAY.moreThan(counted) : counted;
    }

    public RawString said(RawString counted) {
        return new RawString(said(counted.getValue()));
    }

    /** Where there is room for a number alone: "100,000+". */
    public String brief() {
        return more ? CountWords.SAY.number(rows) + "+" : Long.toString(rows);
    }
}
