package org.claimwatch.web.query;

import java.time.Instant;
import java.util.List;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.words.QueryWords;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, in the one language of search, monitors, digests, feeds and exports.
 *
 * @param text as its author wrote it
 * @param asked null where nothing is asked for, or where it was not understood
 * @param problem null where it was understood
 */
public record Query(
        String text, @Nullable Expression asked, @Nullable Problem problem) {
    /**
     * Where a query stops making sense.
     *
     * @param character counted from 1, as people do
     */
    public record Problem(int character, String before, String at, String after, String expected) {
        static Problem of(String text, Misread misread) {
            int start = Math.min(misread.start(), text.length());
            int end = Math.clamp(misread.end(), start, text.length());
            return new Problem(
                    text.codePointCount(0, start) + 1,
                    text.substring(0, start),
                    text.substring(start, end),
                    text.substring(end),
                    misread.expected());
        }

        public String sentence() {
            return at.isEmpty()
                    ? QueryWords.SAY.atEnd(expected)
                    : QueryWords.SAY.at(character, shortened(at), expected);
        }

        private static String shortened(String text) {
            return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
        }
    }

    /** What a person has just written: a mistake is pointed at, and finds nothing. */
    public static Query of(String text) {
        try {
            return new Query(text.strip(), Parser.parse(text), null);
        } catch (Misread e) {
            return new Query(text.strip(), null, Problem.of(text, e));
        }
    }

    /** What was saved: if it is no longer a query, it means what it meant when it was saved. */
    public static Query saved(String text) {
        Query query = of(text);
        return query.problem == null ? query : new Query(text.strip(), OldQuery.read(text), null);
    }

    public static Query of(@Nullable Expression asked) {
        return new Query(asked == null ? "" : Written.of(asked), asked, null);
    }

    /** What bears this name, and no other that contains it. */
    public static Query exactly(Field field, String name) {
        return of(new Term(field, name, true));
    }

    public Query andExactly(Field field, String name) {
        return and(new Term(field, name, true));
    }

    /** Without what the machine doubts, which most numbers leave out. */
    public Query undoubted() {
        return and(new Term(Field.DOUBTFUL, "no", false));
    }

    /** Nothing asked, everything meant. */
    public boolean empty() {
        return asked == null && problem == null;
    }

    public List<String> problems() {
        return problem == null ? List.of() : List.of(problem.sentence());
    }

    /** Which statements. */
    public Condition condition() {
        return condition(Scope.STATEMENT);
    }

    public Condition condition(Scope scope) {
        if (problem != null) {
            return Condition.NONE;
        }
        return asked == null ? Condition.ALL : Compiled.of(asked, scope);
    }

    /** Which statements of a period: days are words too, so that one index finds both. */
    public Condition within(Instant from, Instant to) {
        return within(Scope.STATEMENT, from, to);
    }

    /** As {@link #condition(Scope)}, of a period. */
    public Condition within(Scope scope, Instant from, Instant to) {
        if (problem != null) {
            return Condition.NONE;
        }
        Condition within = Condition.between(from, to);
        return asked == null ? within : Compiled.within(asked, scope).and(within);
    }

    /** The query in words. */
    public String explained() {
        return explained(ResultKind.STATEMENTS);
    }

    /**
     * The query in words.
     *
     * @param what in the plural: "statements"
     */
    public String explained(ResultKind what) {
        if (problem != null) {
            return QueryWords.SAY.notUnderstood();
        }
        return asked == null ? QueryWords.SAY.all(what) : QueryWords.SAY.some(what, Explained.of(asked));
    }

    /** What must hold all together, one by one. */
    public List<Expression> conjuncts() {
        return asked == null ? List.of() : asked.conjuncts();
    }

    public Query and(Expression more) {
        return of(Expression.and(asked, more));
    }

    public Query without(Expression dropped) {
        List<Expression> kept =
                conjuncts().stream().filter(part -> !part.equals(dropped)).toList();
        return of(kept.isEmpty() ? null : Expression.and(kept));
    }

    /** An expression as one writes it. */
    public static String written(Expression expression) {
        return Written.of(expression);
    }
}
