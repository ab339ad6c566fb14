package org.claimwatch.analysis.checkworthy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scores by signs that a reader could name: figures, comparisons, names, tense; and those of mere opinion. */
public final class FeatureCheckWorthiness implements CheckWorthiness {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.,%-]*+");
    private static final Set<String> QUANTITIES = Set.of(
            "percent",
            "per",
            "cent",
            "million",
            "millions",
            "billion",
            "billions",
            "trillion",
            "thousand",
            "thousands",
            "hundred",
            "hundreds",
            "half",
            "third",
            "quarter",
            "twice",
            "double",
            "doubled",
            "tripled",
            "prozent",
            "millionen",
            "milliarden",
            "tausend",
            "dollars",
            "euros",
            "jobs",
            "taxes",
            "people",
            "years");
    private static final Set<String> COMPARISONS = Set.of(
            "more",
            "less",
            "fewer",
            "most",
            "least",
            "highest",
            "lowest",
            "largest",
            "biggest",
            "first",
            "never",
            "every",
            "only",
            "than",
            "increased",
            "decreased",
            "rose",
            "fell",
            "dropped",
            "grew",
            "cut",
            "lost",
            "raised",
            "killed",
            "died",
            "spent",
            "voted",
            "caused",
            "since",
            "ever",
            "record");
    private static final Set<String> OPINIONS = Set.of(
            "think",
            "believe",
            "hope",
            "feel",
            "should",
            "must",
            "thank",
            "thanks",
            "please",
            "good",
            "great",
            "wonderful",
            "love",
            "beautiful",
            "maybe",
            "perhaps",
            "let",
            "want",
            "sorry",
            "congratulations",
            "wish");
    private static final Set<String> OWN =
            Set.of("i", "me", "my", "you", "your", "we'll", "i'm", "i'll", "let's", "ich");
    private static final Set<String> FUTURE =
            Set.of("will", "would", "shall", "going", "could", "might", "may", "werde", "wird");

    @Override
    public float score(String text) {
        int words = 0;
        int figures = 0;
        int quantities = 0;
        int comparisons = 0;
        int opinions = 0;
        int own = 0;
        int future = 0;
        int names = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[.,]+$", "");
            words++;
            figures += Character.isDigit(word.charAt(0)) ? 1 : 0;
            quantities += QUANTITIES.contains(lower) ? 1 : 0;
            comparisons += COMPARISONS.contains(lower) ? 1 : 0;
            opinions += OPINIONS.contains(lower) ? 1 : 0;
            own += OWN.contains(lower) ? 1 : 0;
            future += FUTURE.contains(lower) ? 1 : 0;
            names += matcher.start() > 0 && Character.isUpperCase(word.charAt(0)) && lower.length() > 1 ? 1 : 0;
        }
        double signal = -1.6
                + 1.0 * Math.min(figures, 3)
                + 0.7 * Math.min(quantities, 3)
                + 0.4 * Math.min(comparisons, 3)
                + 0.15 * Math.min(names, 4)
                + 0.06 * Math.min(words, 25)
                - 0.7 * Math.min(opinions, 3)
                - 0.35 * Math.min(own, 3)
                - 0.4 * Math.min(future, 2)
                - (text.strip().endsWith("?") ? 1.5 : 0)
                - (words < 5 ? 1.5 : 0);
        return (float) (1 / (1 + Math.exp(-signal)));
    }
}
