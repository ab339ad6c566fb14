package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/**
 * Attribution by rules and tagger together: rules decide what stands between quotation marks, the tagger proposes what
 * no rule foresaw, and a reading is the surer where both come to it.
 */
public final class JointAttributor implements Attributor {
    /** Longer texts are no articles: rules alone read them, in a time that stays in proportion. */
    private static final int MOST_TOKENS = 12_000;

    private final Attributor rules;
    private final Attributor tagger;

    /**
     * Both readers together.
     *
     * @param rules for all languages
     * @param tagger for English
     */
    public JointAttributor(Attributor rules, Attributor tagger) {
        this.rules = rules;
        this.tagger = tagger;
    }

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        List<Attribution> byRules = rules.attribute(text);
        if (!text.language().equals("en") || text.tokens().size() > MOST_TOKENS) {
            return Relaters.added(text, byRules);
        }
        return Relaters.added(text, new Agreement(text, byRules, tagger.attribute(text)).statements());
    }
}
