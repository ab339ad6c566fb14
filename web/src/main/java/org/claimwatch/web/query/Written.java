package org.claimwatch.web.query;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimwatch.web.query.Expression.And;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;

/** Writes a query down so that reading it gives the same. */
final class Written {
    /** What can stand without quotation marks and is nothing but itself. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}.'’/_-]*");

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "NEAR", "or");

    private Written() {}

    static String of(Expression expression) {
        return switch (expression) {
            case And and ->
                and.parts().stream()
                        .map(part -> part instanceof Or ? "(%s)".formatted(of(part)) : of(part))
                        .collect(Collectors.joining(" "));
            case Or or -> or.parts().stream().map(Written::of).collect(Collectors.joining(" OR "));
            case Not not ->
                not.part() instanceof And || not.part() instanceof Or || not.part() instanceof Near
                        ? "-(%s)".formatted(of(not.part()))
                        : "-" + of(not.part());
            case Words words -> quoted(words.text() + (words.prefix() ? "*" : ""), words.prefix() ? words.text() : "");
            case Near near -> "%s NEAR/%d %s".formatted(of(near.one()), near.within(), of(near.other()));
            case Term term -> term.field().word() + (term.exact() ? ":=" : ":") + value(term.value());
        };
    }

    private static String value(String value) {
        return PLAIN.matcher(value).matches() ? value : marks(value);
    }

    private static String quoted(String written, String prefixed) {
        String plain = prefixed.isEmpty() ? written : prefixed;
        boolean operator =
                OPERATORS.contains(written) || written.toUpperCase(Locale.ROOT).startsWith("NEAR/");
        return PLAIN.matcher(plain).matches() && !operator ? written : marks(written);
    }

    private static String marks(String text) {
        return "\"" + text.replaceAll("([\\\\\"“”„‟])", "\\\\$1") + "\"";
    }
}
