package org.claimwatch.web.support;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.claimwatch.web.query.Expression;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.query.Field;

/** Makes up queries of every form, from given words and names. */
public final class RandomQueries {
    private static final int DEPTH = 4;

    private final Random random;
    private final List<String> words;
    private final List<String> names;
    private final List<String> targets;

    public RandomQueries(Random random, List<String> words, List<String> names, List<String> targets) {
        this.random = random;
        this.words = words.stream().filter(RandomQueries::sought).toList();
        this.names = names.stream().filter(RandomQueries::sought).toList();
        this.targets = targets.stream().filter(RandomQueries::sought).toList();
    }

    public Expression next() {
        return next(0);
    }

    private Expression next(int depth) {
        return switch (depth == DEPTH ? random.nextInt(4) : random.nextInt(8)) {
            case 0, 1 -> words();
            case 2 -> term();
            case 3 -> new Near(words(), words(), 1 + random.nextInt(6));
            case 4 -> new Not(next(depth + 1));
            case 5, 6 -> Expression.and(several(depth));
            default -> Expression.or(several(depth));
        };
    }

    private List<Expression> several(int depth) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> next(depth + 1))
                .toList();
    }

    private Words words() {
        String word = one(words);
        boolean prefix = !word.contains("*") && letters(word) >= 2 && random.nextInt(4) == 0;
        return new Words(word.replace("*", ""), prefix || word.endsWith("*"));
    }

    private Term term() {
        Field field = one(List.of(Field.values()));
        boolean exact = field.takesExact() && random.nextInt(3) == 0;
        return new Term(
                field,
                switch (field) {
                    case SPEAKER, OUTLET, VIA -> one(names);
                    case TARGET -> one(targets);
                    case CLAIM, TOPIC -> one(words).replace("*", "");
                    case COUNTRY -> one(List.of("DE", "KR", "DL", "LM", "XX"));
                    case LANG -> one(List.of("en", "de", "ar", "en-gb"));
                    case FORM -> one(List.of("direct", "indirect", "mixed"));
                    case STANCE -> one(List.of("favor", "against", "neutral"));
                    case SINCE, UNTIL -> one(List.of("2025", "2025-09", "2025-09-10", "2025-09-14", "2024"));
                    case CHECKWORTHY -> one(List.of("yes", "no", "0.3"));
                    case DOUBTFUL -> one(List.of("yes", "no"));
                },
                exact);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static boolean sought(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static long letters(String text) {
        return text.substring(text.lastIndexOf(' ') + 1)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
    }
}
