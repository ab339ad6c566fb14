package org.claimwatch.analysis.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** Weighs the words of a stance lexicon by how near they stand to the target; a negation turns one round. */
public final class LexiconStanceReader implements StanceReader {
    private static final Set<String> NEGATION =
            Set.of("not", "no", "never", "without", "neither", "nor", "hardly", "nothing", "nobody", "none");
    private static final int REACH = 12;

    private final Map<String, Integer> lexicon = load();

    @Override
    public Reading read(SegmentedText text, List<TextSpan> words, List<TextSpan> mentions) {
        double sum = 0;
        double strongest = 0;
        TextSpan evidence = words.getFirst();
        for (TextSpan span : words) {
            List<Token> tokens = text.tokensIn(span);
            for (int i = 0; i < tokens.size(); i++) {
                int value = lexicon.getOrDefault(tokens.get(i).lower(), 0);
                if (value == 0) {
                    continue;
                }
                int distance = distance(tokens, i, mentions);
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

    private static int distance(List<Token> tokens, int word, List<TextSpan> mentions) {
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            for (TextSpan mention : mentions) {
                if (mention.start() <= token.start() && token.end() <= mention.end()) {
                    nearest = Math.min(nearest, Math.abs(i - word));
                }
            }
        }
        return nearest;
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

    private static Map<String, Integer> load() {
        Map<String, Integer> values = new HashMap<>();
        try (InputStream in = LexiconStanceReader.class.getResourceAsStream("lexicon-en.txt")) {
            if (in == null) {
                throw new IllegalStateException("lexicon-en.txt is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        int value = line.startsWith("+") ? 1 : line.startsWith("-") ? -1 : 0;
                        for (String word :
                                value == 0 ? new String[0] : line.substring(2).split(" ", -1)) {
                            values.put(word, value);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(values);
    }
}
