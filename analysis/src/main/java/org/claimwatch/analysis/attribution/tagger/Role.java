package org.claimwatch.analysis.attribution.tagger;

import java.util.List;
import java.util.Locale;

/** What a span is in an attribution. */
enum Role {
    SOURCE(0),
    CUE(1),
    CONTENT(2);

    private static final List<Role> BY_NUMBER = List.of(SOURCE, CUE, CONTENT);

    private final int number;

    Role(int number) {
        this.number = number;
    }

    /** What the first pass and all spans of a paragraph call it; part of the model's format. */
    int number() {
        return number;
    }

    /** What settings call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(int number) {
        return BY_NUMBER.get(number);
    }
}
