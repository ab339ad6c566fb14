package org.claimwatch.web.story;

import java.time.Instant;
import java.util.Optional;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Stories.Asked;
import org.claimwatch.web.reading.Stories.Usual;

/** Which articles count in a list of stories, for pages and for programs. */
final class StoriesAsked {
    private StoriesAsked() {}

    static Asked of(Query query, Period period) {
        return of(query, period.from(), period.to());
    }

    /** All time has no period before it that could be usual. */
    static Optional<Usual> moving(Query query, Period period) {
        return period.before().map(before -> new Usual(of(query, before.from(), period.to()), period.from()));
    }

    private static Asked of(Query query, Instant from, Instant to) {
        return query.empty() ? Asked.within(from, to) : new Asked(from, to, query.within(Scope.ARTICLE, from, to));
    }
}
