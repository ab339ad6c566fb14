package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.SegmentedText;

/** Attribution by each language's own rules; English ones where there are none. */
public final class RuleAttributor implements Attributor {
    private final Attributor english = new EnglishRules();
    private final Map<String, Attributor> others = Map.of("de", new GermanRules(), "ar", new ArabicRules());

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        return others.getOrDefault(text.language(), english).attribute(text);
    }
}
