package org.claimwatch.web.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.claimwatch.web.query.Expression.And;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;

/** Says in plain English what a query asks for, so that nobody saves another one than was meant. */
final class Explained {
    private Explained() {}

    static String of(Expression expression) {
        return switch (expression) {
            case And and -> joined(and.parts(), " and ");
            case Or or -> joined(or.parts(), " or ");
            case Not not -> "not " + inner(not.part());
            case Words words -> "with " + words(words);
            case Near near ->
                "with %s and %s %s".formatted(words(near.one()), words(near.other()), apart(near.within()));
            case Term term -> term(term);
        };
    }

    private static String joined(List<Expression> parts, String word) {
        return parts.stream().map(Explained::inner).collect(Collectors.joining(word));
    }

    private static String inner(Expression part) {
        return part instanceof And || part instanceof Or ? "(%s)".formatted(of(part)) : of(part);
    }

    private static String words(Words words) {
        boolean several = words.text().strip().contains(" ");
        if (words.prefix()) {
            return several
                    ? "the phrase “%s…”".formatted(words.text())
                    : "a word that begins with “%s”".formatted(words.text());
        }
        return (several ? "the phrase “%s”" : "the word “%s”").formatted(words.text());
    }

    private static String apart(int within) {
        return within == 1 ? "side by side" : "at most %d words apart".formatted(within);
    }

    private static String term(Term term) {
        String like = (term.exact() ? "named “%s”" : "named like “%s”").formatted(term.value());
        return switch (term.field()) {
            case SPEAKER -> "by a speaker " + like;
            case TARGET -> "with a stance toward a target " + like;
            case OUTLET -> "in an outlet " + like;
            case VIA -> "that came through somebody " + like;
            case COUNTRY -> "in an outlet of the country “%s”".formatted(term.value());
            case LANG -> "in the language “%s”".formatted(term.value());
            case FORM -> "in %s speech".formatted(term.value());
            case STANCE ->
                switch (term.value()) {
                    case "favor" -> "in favour of somebody or something";
                    case "against" -> "against somebody or something";
                    default -> "neutral toward somebody or something";
                };
            case CLAIM ->
                (term.exact() ? "that make the claim “%s”" : "whose claim has the words “%s”").formatted(term.value());
            case TOPIC -> "in an article whose headline, section or story has the words “%s”".formatted(term.value());
            case SINCE -> "published in %s or later (UTC)".formatted(term.value());
            case UNTIL -> "published in %s or earlier (UTC)".formatted(term.value());
            case CHECKWORTHY ->
                switch (term.value().toLowerCase(Locale.ROOT)) {
                    case "yes" -> "that are check-worthy";
                    case "no" -> "that are not check-worthy";
                    default -> "whose check-worthiness is at least %s".formatted(term.value());
                };
        };
    }
}
