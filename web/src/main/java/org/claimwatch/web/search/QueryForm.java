package org.claimwatch.web.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.claimwatch.web.query.Expression;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query laid out for whoever does not know its language: whatever is filled in must hold, all of it together.
 *
 * @param all words and phrases, as one writes them
 * @param any of these one is enough
 * @param none of these there must be
 * @param near and by, no farther from each other than within
 * @param rest what none of the others has room for, in the query language
 */
public record QueryForm(
        String all, String any, String none, String near, String by, String within, Map<Field, Row> rows, String rest) {
    static final String HOW = "-how";
    static final String NEAREST = "5";

    /** What a field must, or must not, be: one of the values is enough. */
    public record Row(How how, List<String> values) {
        static final Row EMPTY = new Row(How.LIKE, List.of());
    }

    /** How a field's values are meant. */
    public enum How {
        LIKE(false, false),
        EXACTLY(true, false),
        UNLIKE(false, true),
        NOT_EXACTLY(true, true);

        private final boolean exact;
        private final boolean denied;

        How(boolean exact, boolean denied) {
            this.exact = exact;
            this.denied = denied;
        }

        boolean exact() {
            return exact;
        }

        boolean denied() {
            return denied;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static How of(@Nullable String word) {
            for (How how : values()) {
                if (how.word().equals(word)) {
                    return how;
                }
            }
            return LIKE;
        }

        static How of(boolean exact, boolean denied) {
            if (denied) {
                return exact ? NOT_EXACTLY : UNLIKE;
            }
            return exact ? EXACTLY : LIKE;
        }
    }

    /** As it was sent. */
    static QueryForm sent(MultivaluedMap<String, String> sent) {
        var rows = new EnumMap<Field, Row>(Field.class);
        for (Field field : Field.values()) {
            List<String> given = sent.getOrDefault(field.word(), List.of());
            List<String> values = given.stream()
                    .flatMap(text -> single(field) ? Stream.of(text.strip()) : Listed.read(text).stream())
                    .filter(value -> !value.isEmpty())
                    .toList();
            rows.put(field, new Row(How.of(sent.getFirst(field.word() + HOW)), values));
        }
        return new QueryForm(
                text(sent, "all"),
                text(sent, "any"),
                text(sent, "none"),
                text(sent, "near"),
                text(sent, "by"),
                text(sent, "within"),
                rows,
                text(sent, "rest"));
    }

    private static String text(MultivaluedMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    /** Of a query: each part where there is room for it, and else in the rest; so is a query that is not understood. */
    static QueryForm of(Query query) {
        var filling = new Filling();
        var rest = new ArrayList<Expression>();
        query.conjuncts().stream().filter(Predicate.not(filling::place)).forEach(rest::add);
        return filling.form(
                query.problem() != null
                        ? query.text()
                        : rest.isEmpty() ? "" : Query.of(Expression.and(rest)).text());
    }

    Row row(Field field) {
        return rows.getOrDefault(field, Row.EMPTY);
    }

    /** Whether it takes one value only. */
    static boolean single(Field field) {
        return switch (field) {
            case SINCE, UNTIL, CHECKWORTHY, DOUBTFUL -> true;
            default -> false;
        };
    }

    /** Puts the parts of a query where there is room for them. */
    private static final class Filling {
        private final List<String> all = new ArrayList<>();
        private final List<String> any = new ArrayList<>();
        private final List<String> none = new ArrayList<>();
        private final Map<Field, Row> rows = new EnumMap<>(Field.class);
        private @Nullable Near near;

        boolean place(Expression part) {
            return switch (part) {
                case Words words -> all.add(Query.written(words));
                case Near two -> near(two);
                case Not(Words words) -> none.add(Query.written(words));
                case Not(Term term) -> row(term, List.of(term), true);
                case Term term -> row(term, List.of(term), false);
                case Or or -> or(or.parts());
                default -> false;
            };
        }

        private boolean near(Near two) {
            boolean room = near == null;
            near = room ? two : near;
            return room;
        }

        private boolean or(List<Expression> parts) {
            if (parts.stream().allMatch(Words.class::isInstance)) {
                return any.isEmpty()
                        && any.addAll(parts.stream().map(Query::written).toList());
            }
            List<Term> terms = parts.stream()
                    .filter(Term.class::isInstance)
                    .map(Term.class::cast)
                    .toList();
            return terms.size() == parts.size() && row(terms.getFirst(), terms, false);
        }

        private boolean row(Term first, List<Term> terms, boolean denied) {
            How how = How.of(first.exact(), denied);
            Row before = rows.get(first.field());
            boolean alike =
                    terms.stream().allMatch(term -> term.field() == first.field() && term.exact() == first.exact());
            boolean room = before == null || (denied && before.how() == how);
            if (!alike || !room || (single(first.field()) && (denied || terms.size() > 1))) {
                return false;
            }
            var values = new ArrayList<>(before == null ? List.<String>of() : before.values());
            terms.forEach(term -> values.add(term.value()));
            rows.put(first.field(), new Row(how, List.copyOf(values)));
            return true;
        }

        QueryForm form(String rest) {
            return new QueryForm(
                    String.join(" ", all),
                    String.join(" ", any),
                    String.join(" ", none),
                    near == null ? "" : Query.written(near.one()),
                    near == null ? "" : Query.written(near.other()),
                    near == null ? NEAREST : Integer.toString(near.within()),
                    rows,
                    rest);
        }
    }
}
