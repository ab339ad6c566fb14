package org.claimwatch.ingest.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What damage and malice do to a feed or a page; the same for the same random numbers. */
final class Mutation {
    /** Longer inputs than this show nothing new and take long. */
    private static final int LONGEST = 150_000;

    private static final List<String> TOKENS = List.of(
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml version='1.1' encoding='x'?>",
            "<!DOCTYPE html>",
            "<!DOCTYPE rss [",
            "&#xFFFFFFFF;",
            "&#0;",
            "&#146;",
            "&amp;amp;",
            "&nbsp",
            "&undeclared;",
            "<item>",
            "</item>",
            "<entry>",
            "</channel>",
            "<rss>",
            "<html>",
            "<body>",
            "<script>",
            "<script type='application/ld+json'>",
            "</script>",
            "<template>",
            "<svg>",
            "<math>",
            "<table><tr><p>",
            "<select><option>",
            "<plaintext>",
            "<base href='//['>",
            "<a href='http://[::'>",
            "<link rel='alternate' href='%'>",
            "xml:base='http://a:99999/'",
            "xmlns:xmlns='x'",
            " xmlns='' xmlns='y'",
            "<pubDate>99999999999999999999</pubDate>",
            "9999-99-99T99:99:99+99:99",
            "-1",
            "1e999",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "null",
            "\\ud800",
            "\"items\":",
            "<loc>",
            "<lastmod>0000-00-00</lastmod>",
            "\u0000",
            "\uFEFF",
            "\u202E",
            "%00",
            "\\",
            "<time datetime='-'>",
            "<meta charset=utf-7>",
            "<meta property='article:published_time' content='275760-09-13'>",
            "\uD83D\uDE00");

    private static final List<String> ENCODINGS = List.of(
            "utf-8",
            "utf-16",
            "utf-32",
            "iso-8859-1",
            "windows-1252",
            "gb18030",
            "shift_jis",
            "euc-kr",
            "koi8-r",
            "x",
            "utf-7",
            "ISO-2022-JP",
            "ibm1047",
            "x-JISAutoDetect",
            "ISO-2022-CN");

    private Mutation() {}

    static byte[] of(byte[] original, byte[] other, RandomGenerator random) {
        byte[] mutated = original;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            mutated = once(mutated, other, random);
        }
        return mutated.length > LONGEST ? Arrays.copyOf(mutated, LONGEST) : mutated;
    }

    private static byte[] once(byte[] b, byte[] other, RandomGenerator random) {
        int at = b.length == 0 ? 0 : random.nextInt(b.length);
        int length = Math.min(b.length - at, 1 << random.nextInt(0, 13));
        return switch (random.nextInt(13)) {
            case 0 -> flipped(b, random);
            case 1 -> Arrays.copyOf(b, at);
            case 2 -> joined(b, at, new byte[0], at + length);
            case 3 -> joined(b, at, Arrays.copyOfRange(b, at, at + length), at);
            case 4 -> spliced(b, at, other, random);
            case 5, 6 ->
                joined(
                        b,
                        at,
                        utf8(TOKENS.get(random.nextInt(TOKENS.size()))),
                        at + random.nextInt(2) * Math.min(length, 40));
            case 7 -> joined(b, at, utf8(bomb(random)), at);
            case 8 -> joined(b, 0, utf8(entityBomb(random)), 0);
            case 9 -> joined(b, afterTagName(b, at), utf8(hugeAttribute(random)), afterTagName(b, at));
            case 10 -> lyingAboutEncoding(b, random);
            case 11 -> reencoded(b, random);
            default -> noise(b, at, length, random);
        };
    }

    private static byte[] flipped(byte[] b, RandomGenerator random) {
        byte[] flipped = b.clone();
        for (int i = random.nextInt(1, 20); i > 0 && b.length > 0; i--) {
            flipped[random.nextInt(b.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] noise(byte[] b, int at, int length, RandomGenerator random) {
        byte[] noisy = b.clone();
        for (int i = at; i < at + length; i++) {
            noisy[i] = (byte) random.nextInt(256);
        }
        return noisy;
    }

    private static byte[] spliced(byte[] b, int at, byte[] other, RandomGenerator random) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        int to = Math.min(other.length, from + random.nextInt(1, 20_000));
        return joined(b, at, Arrays.copyOfRange(other, from, to), random.nextBoolean() ? at : b.length);
    }

    /** Much of one thing: nested elements, lists, attributes or text. */
    private static String bomb(RandomGenerator random) {
        List<String> things = List.of(
                "<div>",
                "<item>",
                "<a>",
                "<b><i>",
                "<li><ul>",
                "<table><td>",
                "<font><p>",
                "<object>",
                "[",
                "{\"a\":",
                "<entry><title>",
                "<p>word ",
                "<br>",
                "&lt;",
                "(",
                "x",
                " ",
                "<blockquote>",
                "<span class='byline'>By A. Name and ",
                "../",
                "%25",
                "</p>");
        return things.get(random.nextInt(things.size())).repeat(1 << random.nextInt(4, 14));
    }

    private static String entityBomb(RandomGenerator random) {
        StringBuilder doctype = new StringBuilder("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < random.nextInt(2, 40); i++) {
            doctype.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return doctype + "<!ENTITY f SYSTEM 'file:///etc/passwd'>]>";
    }

    private static String hugeAttribute(RandomGenerator random) {
        String value = List.of("x", "&#65;", "../", "word ", "1", "'")
                .get(random.nextInt(6))
                .repeat(1 << random.nextInt(4, 15));
        return switch (random.nextInt(3)) {
            case 0 -> " href=\"" + value + "\" ";
            case 1 -> " class=\"" + value + "\" ";
            default -> " xmlns:" + "n".repeat(1 << random.nextInt(0, 12)) + "=\"" + value + "\" ";
        };
    }

    private static int afterTagName(byte[] b, int from) {
        for (int i = from; i < b.length - 1; i++) {
            if (b[i] == '<' && Character.isLetter(b[i + 1])) {
                int end = i + 1;
                while (end < b.length && Character.isLetterOrDigit(b[end])) {
                    end++;
                }
                return end;
            }
        }
        return from;
    }

    private static byte[] lyingAboutEncoding(byte[] b, RandomGenerator random) {
        String name = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
        String declaration = random.nextBoolean()
                ? "<?xml version='1.0' encoding='" + name + "'?>"
                : "<meta charset='" + name + "'>";
        byte[][] marks = {
            {},
            {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            {(byte) 0xFF, (byte) 0xFE},
            {(byte) 0xFE, (byte) 0xFF},
            {0, 0, (byte) 0xFE, (byte) 0xFF},
            {0x1F, (byte) 0x8B, 8}
        };
        return joined(joined(b, 0, utf8(declaration), 0), 0, marks[random.nextInt(marks.length)], 0);
    }

    private static byte[] reencoded(byte[] b, RandomGenerator random) {
        List<String> names = List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1252", "GB18030", "windows-31j");
        return new String(b, StandardCharsets.UTF_8).getBytes(Charset.forName(names.get(random.nextInt(names.size()))));
    }

    private static byte[] joined(byte[] b, int end, byte[] middle, int from) {
        var out = new ByteArrayOutputStream(b.length + middle.length);
        out.write(b, 0, end);
        out.writeBytes(middle);
        out.write(b, Math.min(from, b.length), Math.max(0, b.length - from));
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
