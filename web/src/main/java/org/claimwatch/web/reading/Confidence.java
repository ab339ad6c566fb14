package org.claimwatch.web.reading;

import java.util.Locale;

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
            return "sure";
        }
        return value >= LIKELY ? "likely" : "doubtful";
    }

    public boolean doubtful() {
        return value < LIKELY;
    }

    public String exact() {
        return String.format(Locale.ENGLISH, "The machine's confidence is %.2f of 1", value);
    }
}
