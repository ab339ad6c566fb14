package org.claimwatch.analysis.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.claimwatch.analysis.model.Terms;
import org.jspecify.annotations.Nullable;

/** Makes profiles: the title counts most, then the lead, then the rest. */
public final class Profiles {
    private static final double TITLE = 2;
    private static final int LEAD = 600;

    private Profiles() {}

    public static ArticleProfile of(@Nullable String title, String text, @Nullable Instant published) {
        Map<String, Double> terms = new HashMap<>();
        add(terms, title == null ? "" : title, TITLE);
        int lead = Math.min(LEAD, text.length());
        add(terms, text.substring(0, lead), 1);
        add(terms, text.substring(lead), 0.5);
        terms.replaceAll((term, weight) -> 1 + Math.log(Math.max(weight, 0.5)));
        return new ArticleProfile(terms, published);
    }

    private static void add(Map<String, Double> terms, String text, double weight) {
        Terms.of(text).forEach((term, count) -> terms.merge(term, weight * count, Double::sum));
    }
}
