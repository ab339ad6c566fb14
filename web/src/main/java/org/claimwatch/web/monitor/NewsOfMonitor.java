package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Arrived;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;

/** What came to a monitor since a person was there before. */
@ApplicationScoped
class NewsOfMonitor {
    private final VisitsOfMonitor visits;
    private final Results results;
    private final CurrentViewer viewer;
    private final Clock clock;

    NewsOfMonitor(VisitsOfMonitor visits, Results results, CurrentViewer viewer, Clock clock) {
        this.visits = visits;
        this.results = results;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** How much of each kind. */
    record News(Arrived arrived, Map<ResultKind, Total> totals) {
        long of(ResultKind kind) {
            return totals.getOrDefault(kind, Total.NONE).rows();
        }

        /** Whether there are more of a kind than were counted. */
        boolean more(ResultKind kind) {
            return totals.getOrDefault(kind, Total.NONE).more();
        }
    }

    /** The person looks now. */
    Optional<News> seen(Member member, Monitor monitor) {
        Optional<Instant> before = visits.look(member, viewer.get().accountId(), Objects.requireNonNull(monitor.id));
        return before.map(since -> of(monitor, new Arrived(since, clock.instant())));
    }

    /** A program asks, which is no visit. */
    Optional<News> unseen(Member member, Monitor monitor) {
        Optional<Instant> before = visits.before(member, viewer.get().accountId(), Objects.requireNonNull(monitor.id));
        return before.map(since -> of(monitor, new Arrived(since, clock.instant())));
    }

    private News of(Monitor monitor, Arrived arrived) {
        return new News(arrived, totals(Query.saved(monitor.query), arrived));
    }

    Map<ResultKind, Total> totals(Query query, Arrived arrived) {
        var totals = new EnumMap<ResultKind, Total>(ResultKind.class);
        for (ResultKind kind : ResultKind.values()) {
            totals.put(kind, results.count(kind, condition(query, kind, arrived)));
        }
        return totals;
    }

    static Condition condition(Query query, ResultKind kind, Arrived arrived) {
        return query.condition(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT)
                .and(arrived.condition(kind));
    }
}
