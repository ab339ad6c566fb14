package org.claimwatch.web.api;

import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;

/** What a list of the API was asked, understood; its conditions are those of the page that shows the same. */
public record Question(Address here, Period period, Query query, int limit) {
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
        return new Listing.Within(period.from(), period.to(), period.countedBack());
    }
}
