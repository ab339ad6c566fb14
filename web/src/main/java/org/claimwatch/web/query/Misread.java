package org.claimwatch.web.query;

import java.io.Serial;

/** What a query does not say clearly: where, and what was expected there. */
final class Misread extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;
    private final String expected;

    Misread(int start, int end, String expected) {
        super(expected);
        this.start = start;
        this.end = end;
        this.expected = expected;
    }

    /** Of the first character that is not understood, counted in chars from 0. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String expected() {
        return expected;
    }
}
