package org.claimwatch.analysis.model;

import java.util.Locale;
import java.util.Set;

/** Words by which outlets are called, and names of well-known ones. */
public final class OutletNouns {
    private static final Set<String> WORDS = Set.of(
            "newspaper",
            "channel",
            "radio",
            "television",
            "tv",
            "news",
            "times",
            "post",
            "journal",
            "gazette",
            "courier",
            "herald",
            "tribune",
            "magazine",
            "website",
            "daily",
            "broadcaster",
            "telegraph",
            "agency",
            "guardian",
            "mail",
            "star",
            "sun",
            "cnn",
            "bbc",
            "nbc",
            "cbs",
            "abc",
            "npr",
            "pbs",
            "fox",
            "msnbc",
            "rt",
            "reuters",
            "afp",
            "ap",
            "dpa",
            "tass",
            "xinhua",
            "bloomberg",
            "observer",
            "chronicle",
            "globe",
            "press",
            "wire",
            "weekly",
            "paper",
            "outlet",
            "station",
            "podcast",
            "site",
            "portal",
            "newswire");

    private OutletNouns() {}

    public static boolean isOutlet(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
