package org.claimwatch.ingest.duplicate;

import java.util.regex.Pattern;

/** Tells a page to which a desk adds all day from an article: it holds pieces of many reports and reprints none. */
public final class LiveBlog {
    private static final Pattern NAME = Pattern.compile(
            "\\blive[- ]?(?:blog|updates?|ticker|coverage|reporting)\\b|\\bas it happened\\b|\\bnewsticker\\b|\\bliveblog\\b"
                    + "|^live\\s*[:|–—-]|[-–—|:]\\s*live\\s*$|\\b\\w+-live\\s*:|تغطية مباشرة|تغطية حية|لحظة بلحظة|مباشر\\s*[:|]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ADDRESS = Pattern.compile(
            "/live(?:blog|ticker)?(?:[-/?]|$)|-live-?(?:blog|ticker|updates?)\\b", Pattern.CASE_INSENSITIVE);

    /** The time of day in front of an entry. */
    private static final Pattern ENTRY = Pattern.compile(
            "^\\s*(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?:\\s*(?:[ap]\\.?m\\.?|uhr|gmt|utc|bst|cet|cest))?(?:\\s*$|\\s*[:–—|.-]|\\s+\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final int ENTRIES = 4;

    private LiveBlog() {}

    public static boolean is(String title, String url, String text) {
        return NAME.matcher(title).find()
                || ADDRESS.matcher(url).find()
                || ENTRY.matcher(text).results().limit(ENTRIES).count() == ENTRIES;
    }
}
