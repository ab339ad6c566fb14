package org.claimwatch.web.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Chip;
import org.claimwatch.web.reading.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A query that narrows a list, as search's does, and the same list without each of its parts: whatever else the address says,
 * period, order and view, stays.
 *
 * @param path of the list
 * @param kept its other parameters, which the form carries along that narrows it
 */
public record Narrowing(Query query, List<Chip> chips, String path, Map<String, String> kept) {
    public static Narrowing of(Address here) {
        Query query = Query.of(Optional.ofNullable(here.get("q")).orElse(""));
        Address bare = here.without("page", "after", "before");
        return new Narrowing(
                query, chips(query, bare), here.path(), bare.without("q").parameters());
    }

    private static List<Chip> chips(Query query, Address bare) {
        if (query.problem() != null) {
            return List.of(new Chip(query.text(), bare.without("q").toString()));
        }
        return query.conjuncts().stream()
                .map(part -> {
                    String rest = query.without(part).text();
                    return new Chip(
                            Query.written(part),
                            bare.with("q", rest.isEmpty() ? null : rest).toString());
                })
                .toList();
    }

    public Condition condition() {
        return query.condition();
    }

    public String text() {
        return query.text();
    }

    public List<String> problems() {
        return query.problems();
    }

    /** Where, within a team, the query becomes a monitor; null where there is none that could. */
    public @Nullable String saved() {
        return query.empty() || query.problem() != null
                ? null
                : Address.of("/monitors/new").with("q", query.text()).toString();
    }
}
