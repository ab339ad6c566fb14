package org.claimwatch.web.reading;

import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.ReadingWords;

/** How sure the machine is, as a word; the number stays at hand. */
public record Confidence(float value) {
    private static final float SURE = 0.9f;
    static final String SURE_IN_SQL = "cast(" + SURE + " as real)";

    /** Below this, a reading is doubtful: shown pale, and never in a headline or a digest. */
    public static final float LIKELY = 0.7f;

    /** The same within SQL that takes no parameters. */
    public static final String LIKELY_IN_SQL = "cast(" + LIKELY + " as real)";

    public String word() {
        if (value >= SURE) {
            return ReadingWords.SAY.sure();
        }
        return value >= LIKELY ? ReadingWords.SAY.likely() : ReadingWords.SAY.doubtful();
    }

    public boolean doubtful() {
        return value < LIKELY;
    }

    public String exact() {
        return ReadingWords.SAY.confidence(number());
    }

    String number() {
        return String.format(Language.spoken().locale(), "%.2f", value);
    }
}
