package org.claimwatch.web.layout;

import org.claimwatch.web.words.CountWords;

/** A number with its noun, so that no page says "1 outlets". */
public final class Counted {
    private Counted() {}

    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    public static String of(long count, String one, String many) {
        return "%s %s".formatted(number(count), count == 1 ? one : many);
    }

    public static String number(long count) {
        return CountWords.SAY.number(count);
    }
}
