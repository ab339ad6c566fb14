package org.claimwatch.analysis.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in words, English, German and Arabic, as figures: texts that agree on a number rarely agree on its spelling. */
final class NumberWords {
    private static final List<String> ENGLISH = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final List<String> GERMAN = List.of(
            "null",
            "eins",
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
            "dreizehn",
            "vierzehn",
            "fünfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
            "neunzehn",
            "zwanzig");
    private static final Map<String, Integer> WORDS = words();

    private NumberWords() {}

    /** The figure of a number word in lower case, null for any other word. */
    static @Nullable String figure(String word) {
        Integer value = WORDS.get(word);
        return value == null ? null : value.toString();
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        // One to three are articles and pronouns too often to count as figures.
        for (int i = 4; i <= 20; i++) {
            words.put(ENGLISH.get(i), i);
            words.put(GERMAN.get(i), i);
        }
        words.put("three", 3);
        words.put("drei", 3);
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        List<String> zehner =
                List.of("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig");
        for (int t = 0; t < tens.size(); t++) {
            int value = (t + 2) * 10;
            words.put(tens.get(t), value);
            words.put(zehner.get(t), value);
            for (int unit = 1; unit < 10; unit++) {
                words.put(tens.get(t) + "-" + ENGLISH.get(unit), value + unit);
                words.put((unit == 1 ? "ein" : GERMAN.get(unit)) + "und" + zehner.get(t), value + unit);
            }
        }
        List<String> arabic = List.of("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة");
        for (int i = 0; i < arabic.size(); i++) {
            words.put(arabic.get(i), i + 3);
            words.put(arabic.get(i).substring(0, arabic.get(i).length() - 1), i + 3);
        }
        words.put("عشرين", 20);
        words.put("العشرين", 20);
        words.put("ستين", 60);
        return Map.copyOf(words);
    }
}
