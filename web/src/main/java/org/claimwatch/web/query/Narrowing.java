package org.claimwatch.web.query;

import java.util.List;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Condition;

/**
 * A query that narrows a page of its own kind, as search's would.
 *
 * @param without the page without it
 */
public record Narrowing(Query query, String without) {
    public static Narrowing of(Address here) {
        return new Narrowing(
                Query.of(Optional.ofNullable(here.get("q")).orElse("")),
                here.without("q", "page", "after", "before").toString());
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
}
