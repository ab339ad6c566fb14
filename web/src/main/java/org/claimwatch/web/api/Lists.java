package org.claimwatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.Slice;
import org.jspecify.annotations.Nullable;

/** Lists the matches of a condition in pages that no arrival shifts, as search does. */
@ApplicationScoped
public class Lists {
    private final Results results;

    Lists(Results results) {
        this.results = results;
    }

    /** Of the kind's units that meet the condition. */
    public <T> Listing<T> of(
            ResultKind kind,
            Condition condition,
            Question question,
            boolean timed,
            Function<List<Long>, List<T>> items) {
        Questions.checkPlaces(question.here(), Results.Place::is);
        Total total = results.count(kind, condition);
        Results.Page page = results.page(
                kind,
                condition,
                question.here(),
                question.limit(),
                kind == kind.matched() ? total : results.count(kind.matched(), condition));
        return new Listing<>(
                total.rows(),
                total.more(),
                timed ? question.told() : null,
                null,
                items.apply(page.ids()),
                new Listing.Links(question.here().toString(), page.older(), page.newer()));
    }

    /** What the period before has of the kind's units, where that is asked for. */
    public Listing.@Nullable Before before(
            ResultKind kind, Question question, Function<Question, Condition> condition) {
        return question.before(kind.word(), earlier -> results.count(kind, condition.apply(earlier)));
    }

    /** Of a page of any list, in its order. */
    public static <T> Listing<T> of(Total total, Question question, boolean timed, Slice<T> slice) {
        return new Listing<>(
                total.rows(),
                total.more(),
                timed ? question.told() : null,
                null,
                slice.rows(),
                new Listing.Links(question.here().toString(), slice.next(), slice.previous()));
    }

    /** What an address asks for of a list; a place that none of its pages wrote is refused. */
    public static Address place(Question question, Falling order) {
        Questions.checkPlaces(question.here(), order::wrote);
        return question.here();
    }

    /** Of a list that is there as a whole. */
    public static <T> Listing<T> whole(Question question, List<T> items) {
        return new Listing<>(
                items.size(),
                false,
                question.told(),
                null,
                items,
                new Listing.Links(question.here().toString(), null, null));
    }

    /** Whose next part begins after a place that the items themselves say. */
    public static <T> Listing<T> part(
            long total, Question question, boolean timed, List<T> items, @Nullable String next) {
        return new Listing<>(
                total,
                false,
                timed ? question.told() : null,
                null,
                items,
                new Listing.Links(
                        question.here().toString(),
                        next == null
                                ? null
                                : question.here().with("after", next).toString(),
                        null));
    }
}
