package org.claimwatch.web.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads what monitors saved before the language had brackets and errors: nothing in it was ever wrong. Words, "phrases",
 * a minus before one, OR between two; speaker:, outlet: and lang: hold for all of it; other signs meant nothing.
 */
final class OldQuery {
    private static final Pattern TOKEN = Pattern.compile("(?:([A-Za-z]+):)?(-?\"[^\"]*\"?|\\S+)");

    private OldQuery() {}

    static @Nullable Expression read(String text) {
        var either = new ArrayList<Expression>();
        var all = new ArrayList<Expression>();
        var terms = new ArrayList<Expression>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String name = token.group(1);
            String value = token.group(2);
            Optional<Field> field = name == null ? Optional.empty() : Field.of(name);
            if (field.isPresent()) {
                term(field.get(), value).ifPresent(terms::add);
            } else if (name == null && value.equalsIgnoreCase("or") && !all.isEmpty()) {
                either.add(Expression.and(all));
                all.clear();
            } else if (name == null) {
                words(value).ifPresent(all::add);
            }
        }
        if (!all.isEmpty()) {
            either.add(Expression.and(all));
        }
        if (!either.isEmpty()) {
            terms.addFirst(Expression.or(either));
        }
        return terms.isEmpty() ? null : Expression.and(terms);
    }

    private static Optional<Expression> term(Field field, String value) {
        String bare = value.replace("\"", "").strip();
        return Optional.of(bare)
                .filter(Field::sought)
                .filter(ignored ->
                        List.of(Field.SPEAKER, Field.OUTLET, Field.LANG).contains(field))
                .map(name -> new Term(field, name, false));
    }

    private static Optional<Expression> words(String value) {
        boolean without = value.startsWith("-");
        String bare = value.replace("\"", " ").replace('*', ' ').strip();
        return Optional.of(without ? bare.substring(1).strip() : bare)
                .filter(Field::sought)
                .map(text -> new Words(text, false))
                .map(words -> without ? new Not(words) : words);
    }
}
