package org.claimwatch.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.query.Expression;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.search.QueryForm.Row;
import org.claimwatch.web.words.QueryWords;
import org.claimwatch.web.words.SearchWords;
import org.jspecify.annotations.Nullable;

/** Writes the query that a form asks for, or says which of its fields is not understood. */
final class FormWriting {
    private final List<Expression> parts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private FormWriting() {}

    /** A query and what is wrong with the form; where something is, the query is not to be used. */
    record Outcome(Query query, List<String> problems) {}

    static Outcome of(QueryForm form) {
        var writing = new FormWriting();
        writing.fill(form);
        Query query = Query.of(writing.parts.isEmpty() ? null : Expression.and(writing.parts));
        if (writing.problems.isEmpty()) {
            // Each part is one that the language knows; their number and length are known together only.
            writing.problems.addAll(Query.of(query.text()).problems());
        }
        return new Outcome(query, List.copyOf(writing.problems));
    }

    private void fill(QueryForm form) {
        parts.addAll(words(SearchWords.SAY.all(), form.all()));
        List<Words> any = words(SearchWords.SAY.any(), form.any());
        if (!any.isEmpty()) {
            parts.add(Expression.or(List.copyOf(any)));
        }
        words(SearchWords.SAY.none(), form.none()).stream().map(Not::new).forEach(parts::add);
        near(form);
        for (Field field : Field.values()) {
            row(field, form.row(field));
        }
        Query rest = Query.of(form.rest());
        rest.problems().forEach(problem -> problems.add(SearchWords.SAY.furtherProblem(problem)));
        if (rest.asked() != null) {
            parts.add(rest.asked());
        }
    }

    /** Words and phrases, whether one writes "or" between them or not. */
    private List<Words> words(String label, String text) {
        Query query = Query.of(text);
        query.problems().forEach(problem -> problems.add(label + ": " + problem));
        List<Expression> given = query.asked() instanceof Or(List<Expression> either) ? either : query.conjuncts();
        List<Words> words = given.stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .toList();
        if (words.size() < given.size()) {
            problems.add(SearchWords.SAY.wordsOnly(label));
        }
        return words;
    }

    private void near(QueryForm form) {
        if (form.near().isEmpty() && form.by().isEmpty()) {
            return;
        }
        Words one = one(form.near());
        Words other = one(form.by());
        Query query = one == null || other == null
                ? Query.of("")
                : Query.of("%s NEAR/%s %s".formatted(Query.written(one), form.within(), Query.written(other)));
        if (query.asked() instanceof Near near) {
            parts.add(near);
        } else if (one == null || other == null) {
            problems.add(SearchWords.SAY.nearNeeds());
        } else {
            problems.add(QueryWords.SAY.apartInForm());
        }
    }

    private static @Nullable Words one(String text) {
        return Query.of(text).asked() instanceof Words words ? words : null;
    }

    private void row(Field field, Row row) {
        var terms = new ArrayList<Expression>();
        for (String value : row.values()) {
            Query query =
                    Query.of(Query.written(new Term(field, value, row.how().exact())));
            if (query.asked() instanceof Term term) {
                terms.add(term);
            } else {
                problems.add(SearchWords.SAY.fieldNeeds(
                        FormPage.label(field),
                        value,
                        Objects.requireNonNull(query.problem(), "neither a field nor a mistake")
                                .expected()));
            }
        }
        if (row.how().denied()) {
            terms.stream().map(Not::new).forEach(parts::add);
        } else if (!terms.isEmpty()) {
            parts.add(Expression.or(terms));
        }
    }
}
