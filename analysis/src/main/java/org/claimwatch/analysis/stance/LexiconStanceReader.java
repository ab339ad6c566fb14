package org.claimwatch.analysis.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.StanceHolder;
import org.claimwatch.common.statement.TextSpan;

/**
 * Weighs the words of a stance lexicon by how near they stand to the target; a negation turns one round.
 *
 * <p>A place where something happens and whoever suffers a deed are not judged by it: "shelled from the ridge" says
 * nothing of the ridge, "Kessa was shelled" nothing of Kessa.
 */
public final class LexiconStanceReader implements StanceReader {
    private static final Set<String> NEGATION =
            Set.of("not", "no", "never", "without", "neither", "nor", "hardly", "nothing", "nobody", "none");
    private static final Set<String> PLACE = Set.of(
            "in", "at", "along", "from", "near", "across", "behind", "on", "over", "to", "into", "through", "around",
            "outside", "inside", "within", "between", "because");
    /** "Thank God" thanks nobody. */
    private static final Set<String> INVOKED = Set.of("god", "heaven", "heavens", "goodness");

    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "be", "been", "being");
    private static final Set<String> BETWEEN = Set.of("the", "a", "an", "of", "its", "their", "dr", "mr", "mrs", "ms");
    private static final int REACH = 12;

    /** How far behind a deed its sufferer may stand. */
    private static final int OBJECT = 3;

    private final Map<String, Integer> lexicon = new HashMap<>();

    /** Words of the lexicon that name what somebody does to somebody. */
    private final Set<String> deeds = new HashSet<>();

    /** Words of the lexicon by which somebody takes a side: an outlet that uses them reports it. */
    private final Set<String> acts = new HashSet<>();

    public LexiconStanceReader() {
        load();
    }

    @Override
    public Reading read(SegmentedText text, Question question) {
        List<TextSpan> words = question.words();
        double sum = 0;
        double strongest = 0;
        TextSpan evidence = words.getFirst();
        for (TextSpan span : words) {
            List<Token> tokens = text.tokensIn(span);
            for (int i = 0; i < tokens.size(); i++) {
                int value = lexicon.getOrDefault(tokens.get(i).lower(), 0);
                boolean reported = question.holder() == StanceHolder.OUTLET
                        && acts.contains(tokens.get(i).lower());
                if (value == 0 || reported) {
                    continue;
                }
                int distance = distance(tokens, i, question.mentions());
                if (distance > REACH) {
                    continue;
                }
                double weight = (negated(tokens, i) ? -value : value) / (1 + distance / 4.0);
                sum += weight;
                if (Math.abs(weight) > strongest) {
                    strongest = Math.abs(weight);
                    evidence = clause(text, span, tokens.get(i));
                }
            }
        }
        double favor = Math.exp(2 * sum);
        double against = Math.exp(-2 * sum);
        double neutral = 1.4;
        double all = favor + against + neutral;
        return new Reading(favor / all, against / all, neutral / all, evidence);
    }

    /** Tokens between a word and the nearest mention that it may judge. */
    private int distance(List<Token> tokens, int word, List<TextSpan> mentions) {
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            for (TextSpan mention : mentions) {
                if (mention.start() <= token.start()
                        && token.end() <= mention.end()
                        && !INVOKED.contains(token.lower())
                        && !isPlace(tokens, i)
                        && !suffers(tokens, word, i)) {
                    nearest = Math.min(nearest, Math.abs(i - word));
                }
            }
        }
        return nearest;
    }

    private static boolean isPlace(List<Token> tokens, int mention) {
        int before = mention - 1;
        while (before >= 0 && BETWEEN.contains(tokens.get(before).lower())) {
            before--;
        }
        return before >= 0 && PLACE.contains(tokens.get(before).lower());
    }

    private boolean suffers(List<Token> tokens, int word, int mention) {
        if (!deeds.contains(tokens.get(word).lower())) {
            return false;
        }
        if (mention > word) {
            boolean byIt = tokens.subList(word, mention).stream()
                    .anyMatch(token -> token.lower().equals("by"));
            return mention - word <= OBJECT && !byIt;
        }
        return word > 0 && BEING.contains(tokens.get(word - 1).lower());
    }

    private static boolean negated(List<Token> tokens, int word) {
        for (int i = Math.max(0, word - 3); i < word; i++) {
            if (NEGATION.contains(tokens.get(i).lower())
                    || tokens.get(i).lower().endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    /** The sentence of a word, as far as it lies within the holder's words. */
    private static TextSpan clause(SegmentedText text, TextSpan within, Token word) {
        return text.sentences().stream()
                .filter(s -> s.start() <= word.start() && word.end() <= s.end())
                .findFirst()
                .map(s -> new TextSpan(Math.max(s.start(), within.start()), Math.min(s.end(), within.end())))
                .orElse(within);
    }

    private void load() {
        try (InputStream in = LexiconStanceReader.class.getResourceAsStream("lexicon-en.txt")) {
            if (in == null) {
                throw new IllegalStateException("lexicon-en.txt is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String line) {
        List<String> words = List.of(line.substring(2).split(" ", -1));
        switch (line.charAt(0)) {
            case '+' -> words.forEach(word -> lexicon.put(word, 1));
            case '-' -> words.forEach(word -> lexicon.put(word, -1));
            case '!' -> deeds.addAll(words);
            case '>' -> acts.addAll(words);
            default -> throw new IllegalStateException("lexicon-en.txt: no + - ! > or # begins the line " + line);
        }
    }
}
