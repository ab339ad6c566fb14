package org.claimwatch.analysis.attribution.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.common.statement.TextSpan;

/** Cuts English text into words as the Penn Treebank does, which the training data follows: "do" and "n't" are two. */
public final class TreebankWords {
    /** Possessive quantifiers throughout: a megabyte without a space must not exhaust the stack. */
    private static final Pattern WORD = Pattern.compile("https?+://\\S++"
            + "|(?:\\p{L}\\.){2,}+" // U.S., a.m.
            + "|(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Sens|Rep|Reps|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Rev|Hon|St|Mt|Jr|Sr|Inc|Corp"
            + "|Co|Ltd|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No)\\.(?=\\s)"
            + "|\\b\\p{Lu}\\.(?=\\s\\p{Lu})" // an initial
            + "|[@#][\\p{L}\\p{N}_]++"
            + "|\\p{N}++(?:[.,:/]\\p{N}++)*+(?:st|nd|rd|th|s|m|bn|am|pm)?+(?![\\p{L}\\p{M}]|-[\\p{L}\\p{N}])"
            + "|[\\p{L}\\p{M}\\p{N}]++(?:[-‑'’&][\\p{L}\\p{M}\\p{N}]++)*+"
            + "|\\.{3}|-{2,3}+|_++|''|``"
            + "|[^\\s\\p{Z}\\p{Cf}]");

    private static final Pattern CLITIC = Pattern.compile("(?i)(?:n['’]t|['’](?:s|m|re|ve|ll|d)|(?<=^can)not)$");

    private TreebankWords() {}

    /** The words of a stretch of text; in a text of one char a code point, they are spans. */
    public static List<TextSpan> of(String text, int start, int end) {
        List<TextSpan> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text).region(start, end).useTransparentBounds(true);
        while (matcher.find()) {
            int cut = matcher.start() + clitic(matcher.group());
            if (cut < matcher.end() && cut > matcher.start()) {
                words.add(new TextSpan(matcher.start(), cut));
                words.add(new TextSpan(cut, matcher.end()));
            } else {
                words.add(new TextSpan(matcher.start(), matcher.end()));
            }
        }
        return words;
    }

    /** Where in a word its clitic begins. */
    private static int clitic(String word) {
        // Longer ones are no words, and not worth the search for their end.
        Matcher matcher = CLITIC.matcher(word.length() > 40 ? "" : word);
        return matcher.find() ? matcher.start() : word.length();
    }
}
