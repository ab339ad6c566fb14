package org.claimwatch.ingest.extract;

/** Measures text in any script. */
final class Words {
    private Words() {}

    /** Words between spaces; where a script writes none, two characters are taken for one word. */
    static int count(CharSequence text) {
        int words = 0;
        int characters = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnspaced(c)) {
                characters++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inside ? 0 : 1;
                inside = true;
            } else if (c != '\'' && c != '’' && c != '-' && c != '.' && !Character.isSurrogate(c)) {
                inside = false;
            }
        }
        return words + (characters + 1) / 2;
    }

    static boolean endsSentence(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".!?:;…。！？؟۔।".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'”’»“)]›」』 ".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Letters and digits alone, in lower case: what two spellings of one title share. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    static boolean isUnspaced(char c) {
        return (c >= 0x0E00 && c <= 0x0EFF)
                || (c >= 0x1000 && c <= 0x109F)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0x3400 && c <= 0x9FFF);
    }
}
