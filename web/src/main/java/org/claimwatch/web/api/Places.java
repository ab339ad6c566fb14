package org.claimwatch.web.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Pages of a list that goes by falling ids, which no arrival shifts. */
public final class Places {
    private Places() {}

    /** The id below which the next page begins; the first page's is above all. */
    public static long below(Question question) {
        String after = question.here().get("after");
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw Questions.badPlace("after");
        }
        return Long.parseLong(after);
    }

    /** Of rows that were asked for one more than the page takes: whether there is a next page is then known. */
    public static <R, T> Listing<T> part(
            long total, Question question, List<R> found, ToLongFunction<R> id, Function<R, T> item) {
        List<R> shown = found.subList(0, Math.min(question.limit(), found.size()));
        return Lists.part(
                total,
                question,
                false,
                shown.stream().map(item).toList(),
                found.size() > shown.size() ? Long.toString(id.applyAsLong(shown.getLast())) : null);
    }
}
