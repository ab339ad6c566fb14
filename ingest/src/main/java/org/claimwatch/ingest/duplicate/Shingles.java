package org.claimwatch.ingest.duplicate;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the overlapping runs of its words, by hash: four words each, or eight characters where a script has no
 * spaces. Case, punctuation, vowel points and the kind of quotation marks do not count.
 */
@SuppressWarnings("ArrayRecordComponent") // made once, compared, dropped
public record Shingles(long[] inOrder, BitSet quoted) {
    private static final int WORDS = 4;
    private static final int CHARACTERS = 8;
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    public static Shingles of(String text) {
        List<Token> tokens = tokens(text);
        long single = tokens.stream().filter(Token::single).count();
        int size = single * 2 > tokens.size() ? CHARACTERS : WORDS;
        int count = Math.max(0, tokens.size() - size + 1);
        long[] hashes = new long[count];
        BitSet quoted = new BitSet();
        for (int i = 0; i < count; i++) {
            long hash = size;
            for (int k = i; k < i + size; k++) {
                hash = hash * 0x9E3779B97F4A7C15L + tokens.get(k).hash();
            }
            hashes[i] = mixed(hash);
            quoted.set(i, tokens.get(i).quoted() && tokens.get(i + size - 1).quoted());
        }
        return new Shingles(hashes, quoted);
    }

    /** Stafford's variant 13 of the finaliser of MurmurHash3. */
    static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public int size() {
        return inOrder.length;
    }

    /** Each once, sorted. */
    long[] distinct() {
        return Arrays.stream(inOrder).sorted().distinct().toArray();
    }

    private record Token(long hash, boolean quoted, boolean single) {}

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        for (String paragraph : text.split("\\n+", -1)) {
            String plain = Normalizer.normalize(paragraph, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            if (!CreditLine.matches(paragraph)) {
                addTokens(plain, tokens);
            }
        }
        return tokens;
    }

    /** A quotation that is not closed ends with its paragraph. */
    private static void addTokens(String text, List<Token> tokens) {
        boolean inQuotes = false;
        int singleQuote = 0;
        long hash = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean spaceless = c > 0x0E00 && WITHOUT_SPACES.contains(UnicodeScript.of(c));
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK || c == 0x0640;
            boolean inWord = Character.isLetterOrDigit(c);
            if (hash != 0 && ((!inWord && !mark) || spaceless)) {
                tokens.add(new Token(mixed(hash), inQuotes || singleQuote > 0, false));
                hash = 0;
            }
            if (inWord && spaceless) {
                tokens.add(new Token(mixed(c), inQuotes || singleQuote > 0, true));
            } else if (inWord) {
                hash = hash * 1_099_511_628_211L + c + 1;
            } else if ("\"“”„«»「」".indexOf(c) >= 0) {
                inQuotes = !inQuotes;
            } else if (c == '‘') {
                singleQuote = 1;
            } else if (c == '’' && (next >= text.length() || !Character.isLetter(text.codePointAt(next)))) {
                singleQuote = 0;
            }
            i = next;
        }
        if (hash != 0) {
            tokens.add(new Token(mixed(hash), inQuotes || singleQuote > 0, false));
        }
    }
}
