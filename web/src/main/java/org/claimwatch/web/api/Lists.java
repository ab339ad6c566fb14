package org.claimwatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
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
        Questions.checkPlaces(question.here());
        Results.Page page = results.page(kind, condition, question.here(), question.limit());
        return new Listing<>(
                results.count(kind, condition),
                timed ? question.told() : null,
                items.apply(page.ids()),
                new Listing.Links(question.here().toString(), page.older(), page.newer()));
    }

    /** Of a list that is there as a whole. */
    public static <T> Listing<T> whole(Question question, List<T> items) {
        return new Listing<>(
                items.size(),
                question.told(),
                items,
                new Listing.Links(question.here().toString(), null, null));
    }

    /** Whose next part begins after a place that the items themselves say. */
    public static <T> Listing<T> part(
            long total, Question question, boolean timed, List<T> items, @Nullable String next) {
        return new Listing<>(
                total,
                timed ? question.told() : null,
                items,
                new Listing.Links(
                        question.here().toString(),
                        next == null
                                ? null
                                : question.here().with("after", next).toString(),
                        null));
    }
}
