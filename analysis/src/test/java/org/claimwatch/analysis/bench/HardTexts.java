package org.claimwatch.analysis.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that no newsroom writes, by what is wrong with them. */
final class HardTexts {
    private static final String[] SCRIPTS = {
        "Minister", "министр", "وزير", "大臣", "Υπουργός", "שר", "मंत्री", "👩‍⚖️", "e\u0301\u0323", "\u202Eabc\u202C"
    };

    private HardTexts() {}

    /** The larger, the worse: at 10,000 as the issue on bad input asks. */
    static Map<String, String> of(int size) {
        Random random = new Random(1);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("space", " \n\n\t\u00A0\n\n".repeat(size / 10));
        texts.put("one word without an end", "a".repeat(size * 500));
        texts.put("one word again and again", "word ".repeat(size * 100));
        texts.put("no space", "said.".repeat(size * 20));
        texts.put("binary", bytes(random, size * 20));
        texts.put("lone surrogates", "He said\uD800 that \uDC00“we\uDBFF” ".repeat(size));
        texts.put("right-to-left marks", "\u200F“\u202Bقال\u202C” الوزير \u2067إن\u2069 ".repeat(size));
        texts.put(
                "mixed scripts",
                many(size * 4, i -> SCRIPTS[random.nextInt(SCRIPTS.length)] + (i % 9 == 8 ? " said. " : " ")));
        texts.put("opening quotation marks alone", "“word ".repeat(size));
        texts.put("opening marks, each its paragraph", "“word goes on\n\n".repeat(size));
        texts.put("quotation marks alone", "\"".repeat(size * 10));
        texts.put("deep quotation", "“‘„«".repeat(size) + "word" + "»“’”".repeat(size));
        texts.put("quotes, one paragraph", many(size, i -> "“We wait for day " + i + ",” he said. "));
        texts.put("quotes, each its paragraph", many(size, i -> "“We wait for day " + i + ",” Omar Lind said.\n\n"));
        texts.put("quotes without a cue", many(size, i -> "“We wait for day " + i + ".” "));
        texts.put("names, one sentence", many(size, i -> name(i) + ", "));
        texts.put("names that speak", many(size, i -> name(i) + " said that the dam had failed " + i + " times. "));
        texts.put("names, then pronouns", many(size, i -> name(i) + " came. She said that he had gone. "));
        texts.put("one name again and again", "Omar Lind accused Omar Lind. ".repeat(size));
        texts.put(
                "surnames alike",
                many(size, i -> "Mr " + (char) ('A' + i % 26) + ". Lind told Lind that Lind had lied. "));
        texts.put("titles without an end", "the deputy foreign minister of the ".repeat(size));
        texts.put("cues alone", "said told added according to ".repeat(size));
        texts.put("that he said", "he said that ".repeat(size));
        texts.put("paragraphs of a word", "word\n\n".repeat(size * 4));
        texts.put("full stops", ". ".repeat(size * 10));
        texts.put("digits", "1".repeat(size * 20) + " said 1,1.".repeat(size));
        texts.put("hyphens", "word-".repeat(size * 10));
        texts.put("apostrophes", "'s ".repeat(size * 4));
        texts.put("combining marks", "a" + "\u0301".repeat(size * 10));
        texts.put("German", many(size, i -> "Der Minister sagte am " + i + ". Tag, man habe „nichts“ gewusst. "));
        texts.put("Arabic", many(size, i -> "وقال الوزير إن " + i + " عيادة أغلقت. "));
        return texts;
    }

    private static String many(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
    }

    private static String name(int i) {
        String letters = "";
        for (int rest = i + 1; rest > 0; rest /= 20) {
            letters += "aeiou".charAt(rest % 5) + String.valueOf("bdfklmnprstvz".charAt(rest % 13));
        }
        return "Anna K" + letters + " M" + letters.toLowerCase(Locale.ROOT);
    }

    private static String bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
