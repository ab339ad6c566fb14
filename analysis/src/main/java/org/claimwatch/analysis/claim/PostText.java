package org.claimwatch.analysis.claim;

import java.util.regex.Pattern;

/** Reduces a post to words: addresses say nothing, and account names and hashtags are words run together. */
final class PostText {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|pic\\.twitter\\.com/|www\\.)\\S+");
    private static final Pattern JOINT = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private PostText() {}

    static String cleaned(String post) {
        String words = ADDRESS.matcher(post).replaceAll(" ").replace('@', ' ').replace('#', ' ');
        return JOINT.matcher(words).replaceAll(" ");
    }
}
