package org.claimwatch.web.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query asks for, as a tree. */
public sealed interface Expression {
    /** All of them; never one in another, never fewer than two. */
    record And(List<Expression> parts) implements Expression {}

    /** At least one of them; never one in another, never fewer than two. */
    record Or(List<Expression> parts) implements Expression {}

    /** Not that. */
    record Not(Expression part) implements Expression {}

    /**
     * A word, or several in a row.
     *
     * @param prefix whether the last of them is meant as it begins
     */
    record Words(String text, boolean prefix) implements Expression {}

    /** Two words or phrases, either before the other, at most so many words on: 1 is side by side. */
    record Near(Words one, Words other, int within) implements Expression {
        static final int FARTHEST = 30;
    }

    /**
     * A field with its value.
     *
     * @param exact whether the whole name is meant, and no other that contains it
     */
    record Term(Field field, String value, boolean exact) implements Expression {}

    /** Both; nothing asked for takes nothing away. */
    static Expression and(@Nullable Expression one, Expression other) {
        return one == null ? other : and(List.of(one, other));
    }

    static Expression and(List<Expression> parts) {
        var flat = new ArrayList<Expression>();
        parts.forEach(part -> flat.addAll(part instanceof And and ? and.parts() : List.of(part)));
        return flat.size() == 1 ? flat.getFirst() : new And(List.copyOf(flat));
    }

    static Expression or(List<Expression> parts) {
        var flat = new ArrayList<Expression>();
        parts.forEach(part -> flat.addAll(part instanceof Or or ? or.parts() : List.of(part)));
        return flat.size() == 1 ? flat.getFirst() : new Or(List.copyOf(flat));
    }

    /** What must hold all together, one by one: what a list shows as its filters. */
    default List<Expression> conjuncts() {
        return this instanceof And and ? and.parts() : List.of(this);
    }
}
