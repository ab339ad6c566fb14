package org.claimwatch.analysis.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reduces words to the terms by which texts are compared, whatever their inflection. */
public final class Terms {
    private static final Pattern WORD =
            Pattern.compile("\\p{N}++(?:[.,]\\p{N}++)*+|[\\p{L}\\p{M}]++(?:['’-][\\p{L}]++)*+");
    private static final Set<String> STOPWORDS = WordList.load("stopwords.txt");

    private Terms() {}

    /** The terms of a text with how often each occurs, in order of first occurrence. */
    public static Map<String, Integer> of(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sequence(text).forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    /** The terms of a text as they follow each other. */
    public static List<String> sequence(String text) {
        List<String> terms = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            boolean compound = word.indexOf('-') > 0 && NumberWords.figure(word.toLowerCase(Locale.ROOT)) == null;
            for (String part : compound ? word.split("-", -1) : new String[] {word}) {
                String term = term(part);
                if (!term.isEmpty()) {
                    terms.add(term);
                }
            }
        }
        return terms;
    }

    /** A word's term; empty for a stop word. */
    public static String term(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (STOPWORDS.contains(lower)) {
            return "";
        }
        String figure = NumberWords.figure(lower);
        if (figure != null) {
            return figure;
        }
        if (Character.isDigit(lower.charAt(0))) {
            return lower.replace(",", "").replaceAll("\\.0+$", "");
        }
        String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        return stem(unaccented(bare));
    }

    public static boolean isNumber(String term) {
        return !term.isEmpty() && Character.isDigit(term.charAt(0));
    }

    private static String unaccented(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }

    /** Cuts the commonest endings of English and German, and the article and conjunction of Arabic. */
    private static String stem(String word) {
        if (!word.isEmpty() && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.ARABIC) {
            return arabic(word);
        }
        for (String ending : ENDINGS) {
            if (word.length() - ending.length() >= 4 && word.endsWith(ending)) {
                String stem = word.substring(0, word.length() - ending.length());
                boolean doubled = stem.length() > 4
                        && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
                        && "bdgmnprt".indexOf(stem.charAt(stem.length() - 1)) >= 0;
                return doubled ? stem.substring(0, stem.length() - 1) : stem;
            }
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static final List<String> ENDINGS = List.of(
            "isations",
            "izations",
            "isation",
            "ization",
            "ations",
            "ments",
            "ation",
            "ingly",
            "ungen",
            "ment",
            "ions",
            "ings",
            "edly",
            "ung",
            "ies",
            "ied",
            "ion",
            "ing",
            "est",
            "ers",
            "ed",
            "er",
            "ly",
            "es",
            "en",
            "em",
            "e",
            "y");

    private static String arabic(String word) {
        String bare = word;
        for (String prefix : List.of("وال", "بال", "لل", "ال")) {
            if (bare.startsWith(prefix) && bare.length() - prefix.length() >= 3) {
                bare = bare.substring(prefix.length());
                break;
            }
        }
        return bare.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا').replace('ة', 'ه');
    }
}
