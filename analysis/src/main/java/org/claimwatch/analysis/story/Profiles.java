package org.claimwatch.analysis.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.CommonWords;
import org.claimwatch.analysis.model.Terms;
import org.claimwatch.analysis.story.Bag.Weight;
import org.jspecify.annotations.Nullable;

/** Makes profiles: the title counts most, then the beginning, then the rest; names count more than other words. */
public final class Profiles {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'’.,-]*+");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final double TITLE = 2;
    private static final double REST = 0.5;
    private static final double NAME = 2;

    /** Up to here the text counts in full. */
    private static final int BEGINNING = 600;

    /** Up to here it is what is shared with another article's lead. */
    private static final int LEAD = 300;

    private final Map<String, Mentions> terms = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private final Set<String> years = new HashSet<>();
    private String previous = "";
    private boolean cased;
    private int length;

    private Profiles() {}

    public static ArticleProfile of(@Nullable String title, String text, @Nullable Instant published) {
        Profiles made = new Profiles();
        made.add(title == null ? "" : title, true);
        made.add(text, false);
        return made.profile(published);
    }

    private void add(String text, boolean title) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            boolean name = Character.isUpperCase(words.group().charAt(0));
            double place = title ? TITLE : words.start() < BEGINNING ? 1 : REST;
            for (String term : Terms.sequence(words.group())) {
                terms.computeIfAbsent(term, t -> new Mentions())
                        .add(name ? place * NAME : place, name, title || words.start() < LEAD);
                if (!previous.isEmpty()) {
                    pairs.merge(previous + " " + term, 1, Integer::sum);
                }
                previous = term;
                length++;
            }
            cased |= name;
        }
    }

    private ArticleProfile profile(@Nullable Instant published) {
        Map<String, Weight> weights = new HashMap<>();
        terms.forEach((term, mentions) -> {
            boolean year = YEAR.matcher(term).matches();
            if (year) {
                years.add(term);
            }
            weights.put(term, mentions.weight((float) CommonWords.share(term), Terms.isNumber(term) && !year));
        });
        Map<String, Weight> adjacent = new HashMap<>();
        pairs.forEach((pair, count) ->
                adjacent.put(pair, new Weight((float) (1 + Math.log(count)), 0, 0, false, false)));
        return new ArticleProfile(Bag.of(weights), Bag.of(adjacent), years, Math.log(1 + length), cased, published);
    }

    /** Where a term stands in the article. */
    private static final class Mentions {
        private double all;
        private double plain;
        private boolean lead;

        void add(double weight, boolean name, boolean ahead) {
            all += weight;
            plain += name ? 0 : weight;
            lead |= ahead;
        }

        Weight weight(float share, boolean figure) {
            return new Weight(damped(all), plain == 0 ? 0 : damped(plain), share, lead, figure);
        }

        private static float damped(double weight) {
            return (float) (1 + Math.log(Math.max(weight, REST)));
        }
    }
}
