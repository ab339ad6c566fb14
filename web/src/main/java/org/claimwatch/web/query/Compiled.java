package org.claimwatch.web.query;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimwatch.web.query.Expression.And;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Confidence;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Puts a query into SQL. What a person wrote travels in parameters only; the text is made of nothing but constants.
 *
 * <p>Words side by side become one tsquery, which one index answers. A stance and a target side by side are one stance:
 * "against" and "NATO" must not be found in a statement that is against Russia and for NATO.
 */
final class Compiled {
    private final Scope scope;
    private final boolean dated;
    private final Map<String, Object> parameters = new HashMap<>();

    private Compiled(Scope scope, boolean dated) {
        this.scope = scope;
        this.dated = dated;
    }

    static Condition of(Expression expression, Scope scope) {
        return of(expression, scope, false);
    }

    /** Holds beside {@link Condition#between} alone, whose parameters it takes. */
    static Condition within(Expression expression, Scope scope) {
        return of(expression, scope, true);
    }

    private static Condition of(Expression expression, Scope scope, boolean dated) {
        var compiled = new Compiled(scope, dated);
        String sql = compiled.all(expression.conjuncts(), true);
        return new Condition(sql, Map.copyOf(compiled.parameters));
    }

    private String any(Expression expression) {
        if (isWords(expression)) {
            return matched(List.of(expression));
        }
        return switch (expression) {
            case And and -> all(and.parts(), false);
            case Or or -> or.parts().stream().map(this::any).collect(Collectors.joining(" or ", "(", ")"));
            case Not not -> "not coalesce(%s, false)".formatted(any(not.part()));
            case Term term -> term(term, false);
            case Words words -> matched(List.of(words));
            case Near near -> matched(List.of(near));
        };
    }

    /** @param narrows whether nothing is found without these, so that an index may begin with them */
    private String all(List<Expression> parts, boolean narrows) {
        var sql = new ArrayList<String>();
        List<Expression> words = parts.stream().filter(Compiled::isWords).toList();
        if (!words.isEmpty()) {
            sql.add(narrows && dated ? matchedInTime(words) : matched(words));
        }
        List<Expression> stances = parts.stream().filter(only(Field.STANCE)).toList();
        List<Expression> targets = parts.stream().filter(only(Field.TARGET)).toList();
        boolean paired = !stances.isEmpty() && !targets.isEmpty();
        if (paired) {
            for (Expression target : targets) {
                for (Expression stance : stances) {
                    sql.add(stance(row(target) + " and " + row(stance)));
                }
            }
        }
        parts.stream()
                .filter(part -> !isWords(part))
                .filter(part -> !paired || !(stances.contains(part) || targets.contains(part)))
                .map(part -> narrows && part instanceof Term term ? term(term, true) : any(part))
                .forEach(sql::add);
        return sql.stream().collect(Collectors.joining(" and ", "(", ")"));
    }

    /** Words only, however combined. */
    private static boolean isWords(Expression expression) {
        return switch (expression) {
            case Words ignored -> true;
            case Near ignored -> true;
            case Not not -> isWords(not.part());
            case And and -> and.parts().stream().allMatch(Compiled::isWords);
            case Or or -> or.parts().stream().allMatch(Compiled::isWords);
            case Term ignored -> false;
        };
    }

    private String matched(List<Expression> all) {
        return "%s @@ (%s)".formatted(scope.column(), wanted(all));
    }

    private String matchedInTime(List<Expression> all) {
        return "%s @@ on_days(%s, :period_from, :period_to)".formatted(scope.column(), wanted(all));
    }

    private String wanted(List<Expression> all) {
        return all.stream().map(this::wanted).collect(Collectors.joining(" && "));
    }

    private String wanted(Expression expression) {
        return switch (expression) {
            case Words words ->
                (words.prefix() ? "wanted_prefix(:%s)" : "wanted(:%s)").formatted(parameter(words.text()));
            case Near near ->
                "near(%s, %s, :%s)".formatted(wanted(near.one()), wanted(near.other()), parameter(near.within()));
            case Not not -> "!!(%s)".formatted(wanted(not.part()));
            case And and -> and.parts().stream().map(this::wanted).collect(Collectors.joining(" && ", "(", ")"));
            case Or or -> or.parts().stream().map(this::wanted).collect(Collectors.joining(" || ", "(", ")"));
            case Term term -> throw new IllegalArgumentException("not words: " + term);
        };
    }

    /** Of one field alone: that field, or either of several values of it. */
    private static Predicate<Expression> only(Field field) {
        return expression -> switch (expression) {
            case Term term -> term.field() == field;
            case Or or -> or.parts().stream().allMatch(only(field));
            default -> false;
        };
    }

    private String statement() {
        return scope == Scope.STATEMENT ? "told.statement_id" : "s.id";
    }

    private String stance(String condition) {
        return "exists (select from stance st where st.statement_id = %s and %s)".formatted(statement(), condition);
    }

    /** Of a stance's row. */
    private String row(Expression expression) {
        return switch (expression) {
            case Or or -> or.parts().stream().map(this::row).collect(Collectors.joining(" or ", "(", ")"));
            case Term(Field field, String value, boolean exact)
            when field == Field.TARGET -> named("st.folded", value, exact);
            case Term(Field field, String value, boolean ignored)
            when field == Field.STANCE -> "st.polarity = :" + parameter(value.toUpperCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("no stance or target: " + expression);
        };
    }

    private String term(Term term, boolean narrows) {
        String value = term.value();
        return switch (term.field()) {
            case SPEAKER -> speaker(term, narrows);
            case TARGET, STANCE -> stance(row(term));
            case OUTLET -> named("o.folded", value, term.exact());
            case VIA ->
                "exists (select from attribution_hop h where h.statement_id = %s and (h.position > 0 or h.kind = 'OUTLET') and %s)"
                        .formatted(statement(), named("h.folded", value, term.exact()));
            case COUNTRY -> "o.country = :" + parameter(value);
            case LANG -> {
                String tag = parameter(value.toLowerCase(Locale.ROOT));
                yield "(lower(v.language) = :%1$s or starts_with(lower(v.language), :%1$s || '-'))".formatted(tag);
            }
            case FORM -> "s.form = :" + parameter(value.toUpperCase(Locale.ROOT));
            case CLAIM -> claim(term);
            case TOPIC -> topic(value, narrows);
            case SINCE -> "%s >= :%s".formatted(Statements.AT, parameter(start(Field.firstDay(value))));
            case UNTIL -> "%s < :%s".formatted(Statements.AT, parameter(start(Field.dayAfter(value))));
            case CHECKWORTHY ->
                switch (value) {
                    case "yes" -> "s.check_worthy >= 0.5";
                    case "no" -> "s.check_worthy < 0.5";
                    default -> "s.check_worthy >= :" + parameter(Float.valueOf(value));
                };
            case DOUBTFUL -> value.equals("yes") ? "not " + sure() : sure();
        };
    }

    /** That it was said and, if it makes a claim, that it is this one. */
    private String sure() {
        return scope == Scope.STATEMENT
                ? "told.sure"
                : "(s.confidence >= %1$s and (cs.confidence is null or cs.confidence >= %1$s))"
                        .formatted(Confidence.LIKELY_IN_SQL);
    }

    /** By the actor's name or an alias of it; whoever is no actor, by the words of the article. */
    private String speaker(Term term, boolean narrows) {
        String name = parameter(term.value());
        String actors =
                term.exact() ? "select id from actor where folded = sought(:%s)".formatted(name) : """
                select id from actor where folded like holding(:%1$s)
                union all select actor_id from actor_alias where folded like holding(:%1$s)""".formatted(name);
        String unnamed = term.exact()
                ? "select sought(:%s)".formatted(name)
                : "select folded from unnamed_speaker where folded like holding(:%s)".formatted(name);
        if (scope == Scope.STATEMENT) {
            return "(told.speaker_id = any (array(%s)) or told.unnamed = any (array(%s)))".formatted(actors, unnamed);
        }
        return narrows
                ? """
                s.id in (select said.statement_id from told_statement said
                         where (said.speaker_id = any (array(%s)) or said.unnamed = any (array(%s))) and %s)""".formatted(
                        actors, unnamed, dated ? "said.told_at >= :period_from and said.told_at < :period_to" : "true")
                : "(s.speaker_id in (%s) or (s.speaker_id is null and s.speaker_folded in (%s)))"
                        .formatted(actors, unnamed);
    }

    private String claim(Term term) {
        String wanted = tsquery(term.value(), term.exact());
        return term.exact()
                ? "(c.words @@ %s and fold(c.text) = sought(:%s))".formatted(wanted, parameter(term.value()))
                : "c.words @@ " + wanted;
    }

    private String topic(String value, boolean narrows) {
        String wanted = tsquery(value, false);
        return narrows ? """
                told.article_version_id in (
                  select article_version_id from article_version_words where topic @@ %1$s
                  union all select tv.article_version_id from story t join told_version tv on tv.story_id = t.id
                    where t.words @@ %1$s)""".formatted(wanted) : """
                (exists (select from article_version_words tw
                         where tw.article_version_id = told.article_version_id and tw.topic @@ %1$s)
                 or exists (select from story t join told_version tv on tv.story_id = t.id
                            where tv.article_version_id = told.article_version_id and t.words @@ %1$s))""".formatted(wanted);
    }

    private String tsquery(String value, boolean exact) {
        boolean prefix = !exact && value.endsWith("*");
        return (prefix ? "wanted_prefix(:%s)" : "wanted(:%s)")
                .formatted(parameter(prefix ? value.substring(0, value.length() - 1) : value));
    }

    private String named(String column, String value, boolean exact) {
        return (exact ? "%s = sought(:%s)" : "strpos(%s, sought(:%s)) > 0").formatted(column, parameter(value));
    }

    private String parameter(Object value) {
        String name = "asked_" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    private static Object start(@Nullable LocalDate day) {
        return Objects.requireNonNull(day, "checked when it was read")
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }
}
