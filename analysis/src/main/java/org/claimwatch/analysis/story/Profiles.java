package org.claimwatch.analysis.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Terms;
import org.jspecify.annotations.Nullable;

/** Makes profiles: the title counts most, then the lead, then the rest; names count more than other words. */
public final class Profiles {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'’.,-]*+");
    private static final double TITLE = 2;
    private static final double REST = 0.5;
    private static final double NAME = 2;
    private static final int LEAD = 600;

    private Profiles() {}

    public static ArticleProfile of(@Nullable String title, String text, @Nullable Instant published) {
        Map<String, Double> terms = new HashMap<>();
        add(terms, title == null ? "" : title, TITLE);
        int lead = Math.min(LEAD, text.length());
        add(terms, text.substring(0, lead), 1);
        add(terms, text.substring(lead), REST);
        terms.replaceAll((term, weight) -> 1 + Math.log(Math.max(weight, REST)));
        return new ArticleProfile(terms, published);
    }

    private static void add(Map<String, Double> terms, String text, double weight) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            double worth = Character.isUpperCase(words.group().charAt(0)) ? weight * NAME : weight;
            Terms.sequence(words.group()).forEach(term -> terms.merge(term, worth, Double::sum));
        }
    }
}
