package org.claimwatch.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.ReviewsWaiting;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Kept;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.ReviewWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Which reading a person's verdict is most useful on: the machine is unsure of it, and many outlets carry it. One that the
 * team has judged, or that this person skipped in the last day, waits no longer.
 */
@ApplicationScoped
class ReviewQueue implements ReviewsWaiting {
    /** The newest readings that wait are looked at; older ones move up as these are done. */
    static final int NEWEST = 2000;

    private static final Duration SKIPPED_FOR = Duration.ofDays(1);

    /**
     * Counting instead of "not exists", and what was counted as a yes or no, keep the walk along the newest: else PostgreSQL
     * joins all readings with all reviews, or takes so few to wait that it sorts every reading there is. Where a reading
     * stands is asked only of a text of which the team has judged some.
     */
    private static final String UNJUDGED = """
            (select count(*) = 0 from review r where r.team_id = :team and r.undone_at is null
               and r.article_version_id = v.id
               and r.content_start = (select min(p.span_start) from statement_content_span p where p.statement_id = s.id)
               and r.content_end = (select max(p.span_end) from statement_content_span p where p.statement_id = s.id))
            and (select count(*) = 0 from review_skip k where k.team_id = :team and k.account_id = :account
               and k.skipped_at > :since and k.article_version_id = v.id
               and k.content_start = (select min(p.span_start) from statement_content_span p where p.statement_id = s.id)
               and k.content_end = (select max(p.span_end) from statement_content_span p where p.statement_id = s.id))
            """;

    private static final String WAITING = """
            from (select s.id, s.confidence, s.check_worthy, cs.claim_id, cs.confidence as claim_confidence
                  from statement s join article_version v on v.id = s.article_version_id
                  left join claim_statement cs on cs.statement_id = s.id
                  where %s and %s
                  order by s.id desc limit %d) q
            """;

    /** The same, for who only counts: of the texts that stand, without looking at them. */
    private static final String COUNTED = """
            select count(*) from (
              select from (select statement_id as id, article_version_id from told_statement) s
              cross join lateral (select s.article_version_id as id) v
              where %s order by s.id desc limit %d) q
            """.formatted(UNJUDGED, NEWEST + 1);

    private final Rows rows;
    private final Kept kept;
    private final Session session;
    private final Clock clock;

    ReviewQueue(Rows rows, Kept kept, Session session, Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.session = session;
        this.clock = clock;
    }

    /** From where the readings come that wait. */
    enum Of {
        ALL,
        BASKET;

        static Of of(@Nullable String word) {
            return "basket".equals(word) ? BASKET : ALL;
        }
    }

    /** A reading that waits, with what makes it worth a look. */
    record Waiting(long id, float confidence, @Nullable Float claimConfidence, long outlets, float checkWorthy) {
        /** In words, for the person who is asked. */
        String why() {
            var reasons = new ArrayList<String>();
            boolean claimLess = claimConfidence != null && claimConfidence < confidence;
            float least = claimLess ? claimConfidence : confidence;
            reasons.add(ReviewWords.SAY.why(
                    least >= 0.9f ? 2 : least >= 0.7f ? 1 : 0,
                    claimLess,
                    String.format(Language.spoken().locale(), "%.2f", least)));
            if (outlets > 1) {
                reasons.add(ReviewWords.SAY.carry(outlets));
            }
            if (checkWorthy >= 0.5f) {
                reasons.add(ReviewWords.SAY.checkWorthy());
            }
            return reasons.stream().reduce(ReviewWords.SAY::reasons).orElse("");
        }
    }

    /**
     * How a person's day goes.
     *
     * @param waiting counted up to a limit
     * @param more whether more than these wait
     */
    record Progress(long waiting, boolean more, long today, long lastHour) {
        /** "7 readings", "more than 2,000 readings". */
        public String said() {
            return new Total(waiting, more).said(ReviewWords.SAY.readings(waiting));
        }
    }

    /** Doubt times spread: a doubtful claim of ten outlets comes before one of a single outlet. */
    Optional<Waiting> next(Of of, Member member, long account) {
        return rows.first(
                Waiting.class, """
                select w.id, w.confidence, w.claim_confidence, w.outlets, w.check_worthy from (
                  select q.*, coalesce((select (n.outlets + n.doubtful_outlets)::bigint from claim_seen n
                                        where n.claim_id = q.claim_id), 0) as outlets
                  %s) w
                order by (1.001 - least(w.confidence, coalesce(w.claim_confidence, 1))) * (1 + ln(1 + w.outlets)) desc,
                         w.check_worthy desc, w.id
                limit 1""".formatted(waiting(of, member, account, NEWEST)), parameters(of, member, account));
    }

    /** For the navigation of every page: kept for a minute, and without what was skipped a day ago, give or take as long. */
    @Override
    public Total of(Member member, long account) {
        var parameters = parameters(Of.ALL, member, account);
        parameters.put("since", kept.end(clock.instant()).minus(SKIPPED_FOR));
        return Total.within(NEWEST, rows.steadyNumber(COUNTED, parameters));
    }

    Progress progress(Of of, Member member, long account, Instant startOfDay) {
        String done = "select count(*) from review where team_id = :team and account_id = :account"
                + " and undone_at is null and created_at >= :since";
        Total waiting = Total.within(
                NEWEST,
                rows.number(
                        of == Of.ALL ? COUNTED : "select count(*) " + waiting(of, member, account, NEWEST + 1),
                        parameters(of, member, account)));
        return new Progress(
                waiting.rows(),
                waiting.more(),
                rows.number(done, Map.of("team", member.teamId(), "account", account, "since", startOfDay)),
                rows.number(
                        done,
                        Map.of(
                                "team",
                                member.teamId(),
                                "account",
                                account,
                                "since",
                                clock.instant().minus(Duration.ofHours(1)))));
    }

    void skip(Member member, long account, long statement) {
        session.createNativeMutationQuery("""
                        insert into review_skip (team_id, account_id, article_version_id, content_start, content_end, skipped_at)
                        select :team, :account, s.article_version_id, min(p.span_start), max(p.span_end), :now
                        from statement s join statement_content_span p on p.statement_id = s.id
                        where s.id = :statement group by s.article_version_id
                        on conflict (team_id, account_id, article_version_id, content_start, content_end)
                          do update set skipped_at = excluded.skipped_at""")
                .setParameter("team", member.teamId())
                .setParameter("account", account)
                .setParameter("statement", statement)
                .setParameter("now", clock.instant(), Instant.class)
                .executeUpdate();
    }

    private static String waiting(Of of, Member member, long account, int most) {
        return WAITING.formatted(
                of == Of.ALL
                        ? "v.is_current"
                        : "v.is_current and "
                                + Baskets.condition(member, account).sql(),
                UNJUDGED,
                most);
    }

    private Map<String, Object> parameters(Of of, Member member, long account) {
        var parameters = new HashMap<String, Object>();
        parameters.put("team", member.teamId());
        parameters.put("account", account);
        parameters.put("since", clock.instant().minus(SKIPPED_FOR));
        if (of == Of.BASKET) {
            parameters.putAll(Baskets.condition(member, account).parameters());
        }
        return parameters;
    }
}
