package org.claimwatch.analysis.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/** What damage and malice do to an article's text; the same for the same random numbers. */
final class Mutation {
    /** Longer inputs than this show nothing new and take long. */
    private static final int LONGEST = 20_000;

    private static final List<String> TOKENS = List.of(
            "“",
            "”",
            "„",
            "\"",
            "«",
            "»",
            "‘",
            "’",
            "'",
            "‹",
            " said ",
            " told ",
            " according to ",
            ", adding that ",
            " denied that ",
            "said",
            ": “",
            ",” ",
            ".”",
            "…",
            " — ",
            "\n\n",
            "\n",
            "\u2028",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "\u202E",
            "\u200F",
            "\u2067",
            "\u0000",
            "\uD800",
            "\uDFFF",
            "👩‍⚖️",
            "𝐀",
            "e\u0301",
            "ß",
            "İ",
            "ﷺ",
            "قال ",
            " إن ",
            "سأل",
            "„nichts“ sagte ",
            "1,000,000",
            "٣٤",
            "½",
            "Mr. ",
            "Dr.",
            "U.S.",
            "A.B.C.",
            "the minister ",
            " he ",
            " she ",
            " who ",
            " of the ",
            "@",
            "#",
            "http://a.example/?q=“",
            "()",
            ")",
            "[",
            "%s",
            "$1",
            "\\",
            "{}");

    private Mutation() {}

    static String of(String original, String other, RandomGenerator random) {
        StringBuilder text = new StringBuilder(original);
        int times = 1 + random.nextInt(12);
        for (int i = 0; i < times; i++) {
            mutate(text, other, random);
            if (text.length() > LONGEST) {
                text.setLength(LONGEST);
            }
        }
        return text.toString();
    }

    private static void mutate(StringBuilder text, String other, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(200));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(20)));
            case 2 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())).repeat(1 << random.nextInt(8)));
            case 3 -> text.insert(at, other.substring(Math.min(other.length(), at), Math.min(other.length(), to)));
            case 4 -> text.setLength(at);
            case 5 ->
                text.replace(
                        at,
                        to,
                        new StringBuilder(text.substring(at, to)).reverse().toString());
            case 6 -> text.replace(at, to, text.substring(at, to).replace(' ', (char) random.nextInt(0x10000)));
            default -> {
                for (int i = 0; i < 8; i++) {
                    text.insert(random.nextInt(text.length() + 1), TOKENS.get(random.nextInt(TOKENS.size())));
                }
            }
        }
    }
}
