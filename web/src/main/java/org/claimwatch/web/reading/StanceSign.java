package org.claimwatch.web.reading;

import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.web.words.ReadingWords;

/** A stance as a sign and a word, never by colour alone. */
public record StanceSign(String sign, String word, String css, String target, Confidence confidence) {
    private static final float CLEAR = 0.5f;

    public static StanceSign of(Stance stance) {
        return of(stance.polarity, stance.target, stance.confidence);
    }

    public static StanceSign of(Polarity polarity, String target, float confidence) {
        var sure = new Confidence(confidence);
        if (confidence < CLEAR) {
            return new StanceSign("◇", ReadingWords.SAY.unclear(), "unclear", target, sure);
        }
        return switch (polarity) {
            case FAVOR -> new StanceSign("▲", ReadingWords.SAY.stance(polarity), "favour", target, sure);
            case AGAINST -> new StanceSign("▼", ReadingWords.SAY.stance(polarity), "against", target, sure);
            case NEUTRAL -> new StanceSign("■", ReadingWords.SAY.stance(polarity), "neutral", target, sure);
        };
    }
}
