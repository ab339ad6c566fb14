package org.claimwatch.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.hibernate.Session;

/** What a person did last in the queue or on a card, and did not do days ago: that is what undoing takes back. */
@ApplicationScoped
class Sitting {
    /** What was done earlier is another sitting's; its reviews stand in the history. */
    static final Duration LASTS = Duration.ofHours(4);

    private static final String ACTS = """
            select id, deed, speaker from (
              select id, verdict as deed, speaker_name as speaker, created_at as at from review
              where team_id = :team and account_id = :account and undone_at is null and created_at > :since
              union all
              select k.id, 'SKIPPED', coalesce((
                select s.speaker_name from statement s where s.article_version_id = k.article_version_id
                  and k.content_start = (select min(span_start) from statement_content_span where statement_id = s.id)
                  and k.content_end = (select max(span_end) from statement_content_span where statement_id = s.id)
                order by s.id limit 1), ''), k.skipped_at from review_skip k
              where k.team_id = :team and k.account_id = :account and k.skipped_at > :since) acts
            order by at desc, deed = 'SKIPPED', id desc limit 1
            """;

    private final Rows rows;
    private final Session session;
    private final Clock clock;

    Sitting(Rows rows, Session session, Clock clock) {
        this.rows = rows;
        this.session = session;
        this.clock = clock;
    }

    /**
     * A verdict or a skip.
     *
     * @param deed a verdict, or SKIPPED
     * @param speaker of the reading
     */
    record Act(long id, String deed, String speaker) {
        boolean skip() {
            return deed.equals("SKIPPED");
        }
    }

    Optional<Act> last(Member member, long account) {
        return rows.first(
                Act.class,
                ACTS,
                Map.of(
                        "team",
                        member.teamId(),
                        "account",
                        account,
                        "since",
                        clock.instant().minus(LASTS)));
    }

    /** Whether there was one of this person's to take back. */
    boolean unskip(Member member, long account, long skip) {
        return session.createNativeMutationQuery(
                                "delete from review_skip where id = :id and team_id = :team and account_id = :account")
                        .setParameter("id", skip)
                        .setParameter("team", member.teamId())
                        .setParameter("account", account)
                        .executeUpdate()
                > 0;
    }
}
