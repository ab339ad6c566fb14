package org.claimwatch.ingest.extract;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which of the titles that a page gives itself is the article's.
 *
 * <p>Each of them is wrong on many pages, two that agree seldom are. How much each place counts was learnt (conditional
 * logit over the titles of a page) by {@code TitleTraining} in the test sources.
 */
final class TitleVote {
    /** Where a page gives a title. */
    enum Place {
        LINKED,
        MICRODATA,
        HEADING,
        LATER_HEADING,
        HEADING_PART,
        SUBHEADING,
        SHARED,
        CARD,
        WINDOW,
        OTHER_TAG
    }

    /** What speaks for a title: that it stands somewhere, or how it differs from the titles elsewhere. */
    enum Sign {
        IN_LINKED,
        IN_MICRODATA,
        IN_HEADING,
        IN_LATER_HEADING,
        IN_HEADING_PART,
        IN_SUBHEADING,
        IN_SHARED,
        IN_CARD,
        IN_WINDOW,
        IN_OTHER_TAG,
        /** The article's own headline begins or ends with it. */
        PART_OF_HEADLINE,
        PART_OF_OTHER,
        /** It begins or ends with the article's own headline. */
        EXTENDS_HEADLINE,
        EXTENDS_OTHER,
        /** For other sites only: the share of words that it has in common with the visible heading. */
        SHARED_LIKE_HEADING,
        /** For machines only: the same share. */
        LINKED_LIKE_HEADING
    }

    record Witness(Place place, String title, String bare) {
        Witness(Place place, String title) {
            this(place, title, Words.bare(title));
        }
    }

    private static final Map<Sign, Double> WEIGHTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Sign.IN_LINKED, 1.09),
            Map.entry(Sign.IN_MICRODATA, 0.0),
            Map.entry(Sign.IN_HEADING, 1.1),
            Map.entry(Sign.IN_LATER_HEADING, 0.82),
            Map.entry(Sign.IN_HEADING_PART, 1.48),
            Map.entry(Sign.IN_SUBHEADING, 0.0),
            Map.entry(Sign.IN_SHARED, 1.64),
            Map.entry(Sign.IN_CARD, 0.0),
            Map.entry(Sign.IN_WINDOW, 0.0),
            Map.entry(Sign.IN_OTHER_TAG, 0.14),
            Map.entry(Sign.PART_OF_HEADLINE, -0.65),
            Map.entry(Sign.PART_OF_OTHER, 0.81),
            Map.entry(Sign.EXTENDS_HEADLINE, 0.57),
            Map.entry(Sign.EXTENDS_OTHER, 0.67),
            Map.entry(Sign.SHARED_LIKE_HEADING, -0.91),
            Map.entry(Sign.LINKED_LIKE_HEADING, 1.44)));

    private static final Set<Place> HEADLINES = EnumSet.of(Place.LINKED, Place.MICRODATA, Place.HEADING);
    private static final int SHORTEST_PART = 8;

    private TitleVote() {}

    static Optional<String> best(List<Witness> witnesses) {
        String best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Witness candidate : witnesses) {
            double votes = 0;
            for (Map.Entry<Sign, Double> sign : signs(candidate, witnesses).entrySet()) {
                votes += WEIGHTS.getOrDefault(sign.getKey(), 0.0) * sign.getValue();
            }
            if (votes > most) {
                most = votes;
                best = candidate.title();
            }
        }
        return Optional.ofNullable(best);
    }

    static Map<Sign, Double> signs(Witness candidate, List<Witness> witnesses) {
        Map<Sign, Double> signs = new EnumMap<>(Sign.class);
        Witness heading = null;
        for (Witness other : witnesses) {
            heading = other.place() == Place.HEADING ? other : heading;
            boolean headline = HEADLINES.contains(other.place());
            if (candidate.bare().equals(other.bare())) {
                signs.put(in(other.place()), 1.0);
            } else if (isPart(candidate.bare(), other.bare())) {
                signs.put(headline ? Sign.PART_OF_HEADLINE : Sign.PART_OF_OTHER, 0.81);
            } else if (isPart(other.bare(), candidate.bare())) {
                signs.put(headline ? Sign.EXTENDS_HEADLINE : Sign.EXTENDS_OTHER, 0.67);
            }
        }
        if (heading != null && !signs.containsKey(Sign.IN_HEADING)) {
            double likeness = likeness(candidate.title(), heading.title());
            if (signs.containsKey(Sign.IN_SHARED)) {
                signs.put(Sign.SHARED_LIKE_HEADING, likeness);
            }
            if (signs.containsKey(Sign.IN_LINKED)) {
                signs.put(Sign.LINKED_LIKE_HEADING, likeness);
            }
        }
        return signs;
    }

    private static Sign in(Place place) {
        return Sign.valueOf("IN_" + place.name());
    }

    private static boolean isPart(String part, String whole) {
        return part.length() >= SHORTEST_PART && (whole.startsWith(part) || whole.endsWith(part));
    }

    /** The share of the shorter title's words that the other has too. */
    private static double likeness(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int smaller = Math.max(1, Math.min(words.size(), others.size()));
        words.retainAll(others);
        return (double) words.size() / smaller;
    }

    /** Whether they have a word in common that is long enough to say something. */
    static boolean share(String one, String other) {
        Set<String> words = words(one);
        words.retainAll(words(other));
        return words.stream().anyMatch(word -> word.length() >= 4 || Words.isUnspaced(word.charAt(0)));
    }

    /** Where a script writes no spaces, pairs of characters. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
            if (!word.isEmpty() && Words.isUnspaced(word.charAt(0))) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
