package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** When a person was at a monitor before: what came since then is new, until the next visit begins. */
@ApplicationScoped
class VisitsOfMonitor {
    /** Who looks again within this time still is at the same visit: to reload a page, or to page on, loses nothing. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private static final String LOOK = """
            insert into monitor_visit as v (team_id, monitor_id, account_id, looked_at)
            values (:team, :monitor, :account, :now)
            on conflict (monitor_id, account_id) do update
            set before_at = case when v.looked_at < :ended then v.looked_at else v.before_at end,
                looked_at = greatest(v.looked_at, excluded.looked_at)
            returning before_at as at
            """;

    private static final String WITHOUT_LOOKING = """
            select case when looked_at < :ended then looked_at else before_at end as at from monitor_visit
            where team_id = :team and monitor_id = :monitor and account_id = :account
            """;

    private final Rows rows;
    private final Clock clock;

    VisitsOfMonitor(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Before(@Nullable Instant at) {}

    /** The person looks now; answers the end of the visit before, none in the first. */
    @Transactional
    Optional<Instant> look(Member member, long accountId, long monitorId) {
        Instant now = clock.instant();
        return rows.first(
                        Before.class,
                        LOOK,
                        Map.of(
                                "team",
                                member.teamId(),
                                "monitor",
                                monitorId,
                                "account",
                                accountId,
                                "now",
                                now,
                                "ended",
                                now.minus(PAUSE)))
                .map(Before::at);
    }

    /** As {@link #look} would answer, and a program that asks is no visit. */
    Optional<Instant> before(Member member, long accountId, long monitorId) {
        return rows.first(
                        Before.class,
                        WITHOUT_LOOKING,
                        Map.of(
                                "team",
                                member.teamId(),
                                "monitor",
                                monitorId,
                                "account",
                                accountId,
                                "ended",
                                clock.instant().minus(PAUSE)))
                .map(Before::at);
    }
}
