package org.claimwatch.analysis.claim;

import java.util.regex.Pattern;

/** Reduces a post to what it says: addresses, its signature and the marks of a hashtag carry no claim. */
final class QueryText {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|pic\\.twitter\\.com/|www\\.)\\S+");
    private static final Pattern SIGNATURE = Pattern.compile("\\s[—–-]\\s[^—–]{1,80}\\(@\\w+\\).{0,30}$");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private QueryText() {}

    static String cleaned(String post) {
        String words = ADDRESS.matcher(post).replaceAll(" ");
        words = SIGNATURE.matcher(words).replaceAll(" ");
        words = words.replaceAll("@\\w+", " ");
        return CAMEL.matcher(words).replaceAll(" ");
    }
}
