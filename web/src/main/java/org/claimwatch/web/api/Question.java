package org.claimwatch.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.jspecify.annotations.Nullable;

/**
 * What a list of the API was asked, understood; its conditions are those of the page that shows the same.
 *
 * @param control the page's, for the period that was asked for
 * @param period that one, or the one before
 */
public record Question(Address here, PeriodControl control, Period period, Query query, int limit) {
    public Condition within() {
        return Condition.between(period.from(), period.to());
    }

    public Condition matching(ResultKind kind) {
        return query.condition(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT);
    }

    public Condition condition(ResultKind kind) {
        return query.within(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT, period.from(), period.to());
    }

    public Listing.Within told() {
        return new Listing.Within(
                period.from(),
                period.to(),
                period.countedBack(),
                Optional.ofNullable(control.upToDate())
                        .map(read -> Instant.parse(read.iso()))
                        .orElse(null),
                control.stale(),
                control.unread());
    }

    /** What the period before has, where that is asked for: counted as this one is. */
    public Listing.@Nullable Before before(String counted, Function<Question, Total> total) {
        return control.comparedWith()
                .map(earlier -> Listing.Before.of(
                        earlier, counted, total.apply(new Question(here, control, earlier, query, limit))))
                .orElse(null);
    }
}
