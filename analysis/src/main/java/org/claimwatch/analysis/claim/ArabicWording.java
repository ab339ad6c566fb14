package org.claimwatch.analysis.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words Arabic content as a sentence: "that he …" is what the cue before it asked for. */
final class ArabicWording {
    private static final Pattern THAT = Pattern.compile("^ب?أن(ه|ها|هم|هما|هن|نا|ني)?\\s+");
    private static final Pattern HANGING = Pattern.compile("^(?:[،؛,;:]|(?:إلى|عن)\\s).*", Pattern.DOTALL);

    private ArabicWording() {}

    /** Empty for the rest of an apposition and for what a preposition ties to the cue. */
    static Optional<String> of(String content) {
        String flat = content.replaceAll("\\s+", " ").strip();
        if (HANGING.matcher(flat).matches()) {
            return Optional.empty();
        }
        Matcher that = THAT.matcher(flat);
        if (!that.find()) {
            return Optional.of(flat);
        }
        String pronoun = that.group(1);
        return Optional.of((pronoun == null ? "" : "إن" + pronoun + " ") + flat.substring(that.end()));
    }
}
