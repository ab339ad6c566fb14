package org.claimwatch.web.layout;

import io.quarkus.qute.RawString;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a list has, and the way from those that a page shows to the others.
 *
 * @param counted how many there are
 * @param shown "26–50 of 60", of a list whose rows are numbered; null of one that grows meanwhile
 */
public record Paging(
        Total counted,
        @Nullable String shown,
        @Nullable String previous,
        @Nullable String next) {
    /** How many rows a page shows. */
    public static final int SIZE = 25;

    public long total() {
        return counted.rows();
    }

    public RawString said(RawString total) {
        return counted.said(total);
    }

    public boolean several() {
        return previous != null || next != null;
    }
}
