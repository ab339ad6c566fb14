package org.claimwatch.deploy.corpus;

/** Names that nobody bears, as many as are asked for, the same at every run and no two alike. */
final class InventedNames {
    private static final String[] ONSETS = {
        "B", "Br", "D", "Dr", "F", "G", "Gr", "H", "J", "K", "Kr", "L", "M", "N", "P", "R", "S", "St", "T", "V", "W",
        "Z"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "au", "ei", "ia"};
    private static final String[] MIDDLES = {
        "b", "d", "g", "k", "l", "ld", "m", "n", "nd", "r", "rk", "rv", "s", "st", "t", "v", "z"
    };
    private static final String[] ENDS = {
        "an", "ar", "ek", "el", "en", "eth", "ic", "in", "ith", "ok", "om", "or", "os", "ov", "um", "un"
    };
    private static final int ALL = ONSETS.length * VOWELS.length * MIDDLES.length * VOWELS.length * ENDS.length;

    /** Shares no factor with the number of all names, so that neighbours look unlike and none comes twice. */
    private static final long STRIDE = 104_729;

    private InventedNames() {}

    static String number(int number) {
        int left = (int) (number * STRIDE % ALL);
        StringBuilder name = new StringBuilder();
        for (String[] part : new String[][] {ONSETS, VOWELS, MIDDLES, VOWELS, ENDS}) {
            name.append(part[left % part.length]);
            left /= part.length;
        }
        return name.toString();
    }
}
