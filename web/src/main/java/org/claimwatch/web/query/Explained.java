package org.claimwatch.web.query;

import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.claimwatch.web.query.Expression.And;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.words.QueryWords;

/** Says in plain words what a query asks for, so that nobody saves another one than was meant. */
final class Explained {
    private Explained() {}

    static String of(Expression expression) {
        return switch (expression) {
            case And and -> joined(and.parts(), QueryWords.SAY::and);
            case Or or -> joined(or.parts(), QueryWords.SAY::or);
            case Not not -> QueryWords.SAY.not(inner(not.part()));
            case Words words -> QueryWords.SAY.with(words(words));
            case Near near -> QueryWords.SAY.near(words(near.one()), words(near.other()), near.within());
            case Term term -> term(term);
        };
    }

    private static String joined(List<Expression> parts, BinaryOperator<String> two) {
        return parts.stream().map(Explained::inner).reduce(two).orElse("");
    }

    private static String inner(Expression part) {
        return part instanceof And || part instanceof Or ? "(%s)".formatted(of(part)) : of(part);
    }

    private static String words(Words words) {
        boolean several = words.text().strip().contains(" ");
        if (words.prefix()) {
            return several ? QueryWords.SAY.phraseBegins(words.text()) : QueryWords.SAY.wordBegins(words.text());
        }
        return several ? QueryWords.SAY.phrase(words.text()) : QueryWords.SAY.word(words.text());
    }

    private static String term(Term term) {
        boolean exact = term.exact();
        String value = term.value();
        return switch (term.field()) {
            case SPEAKER -> QueryWords.SAY.speaker(exact, value);
            case TARGET -> QueryWords.SAY.target(exact, value);
            case OUTLET -> QueryWords.SAY.outlet(exact, value);
            case VIA -> QueryWords.SAY.via(exact, value);
            case COUNTRY -> QueryWords.SAY.country(value);
            case LANG -> QueryWords.SAY.lang(value);
            case FORM -> QueryWords.SAY.form(value);
            case STANCE -> QueryWords.SAY.stance(value);
            case CLAIM -> QueryWords.SAY.claim(exact, value);
            case TOPIC -> QueryWords.SAY.topic(value);
            case SINCE -> QueryWords.SAY.since(value);
            case UNTIL -> QueryWords.SAY.until(value);
            case CHECKWORTHY -> QueryWords.SAY.checkWorthy(value.toLowerCase(Locale.ROOT));
            case DOUBTFUL -> QueryWords.SAY.doubtful(value);
        };
    }
}
