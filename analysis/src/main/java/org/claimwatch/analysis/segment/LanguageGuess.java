package org.claimwatch.analysis.segment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the languages of full analysis apart by their letters and commonest words, where an outlet does not say. */
public final class LanguageGuess {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> GERMAN = Set.of(
            "der", "die", "und", "das", "den", "von", "zu", "mit", "sich", "des", "auf", "für", "ist", "nicht", "ein",
            "eine", "dem", "im");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "a", "that", "for", "on", "with", "said", "is", "was", "by", "at", "from", "he",
            "it");

    private LanguageGuess() {}

    /** The primary subtag of what is declared, else a guess. */
    public static String of(@Nullable String declared, String text) {
        if (declared != null && !declared.isBlank()) {
            return declared.replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
        }
        String head = text.substring(0, Math.min(text.length(), 4000));
        long arabic = head.chars().filter(c -> c >= 0x0600 && c <= 0x06ff).count();
        if (arabic * 3 > head.length()) {
            return "ar";
        }
        int german = 0;
        int english = 0;
        for (String word : SPACE.split(head.toLowerCase(Locale.ROOT), -1)) {
            german += GERMAN.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        return german > english ? "de" : "en";
    }
}
