package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** What a person has put aside for a team: a condition like any other, so pages and exports agree on it. */
@ApplicationScoped
public class Baskets {
    /** By evidence, not by the statement's row, which a new analysis replaces. */
    private static final String KEPT = """
            v.id in (select b.article_version_id from basket_item b
                     where b.team_id = :basket_team and b.account_id = :basket_account)
            and exists (
              select from basket_item b
              where b.team_id = :basket_team and b.account_id = :basket_account and b.article_version_id = v.id
                and b.content_start = (select min(p.span_start) from statement_content_span p where p.statement_id = s.id)
                and b.content_end = (select max(p.span_end) from statement_content_span p where p.statement_id = s.id))""";

    private final Rows rows;

    public Baskets(Rows rows) {
        this.rows = rows;
    }

    public static Condition condition(Member member, long accountId) {
        return new Condition(KEPT, Map.of("basket_team", member.teamId(), "basket_account", accountId));
    }

    /** How many were put aside, those included whose article has a newer version since. */
    public long size(Member member, long accountId) {
        return rows.number(
                "select count(*) from basket_item where team_id = :team and account_id = :account",
                Map.of("team", member.teamId(), "account", accountId));
    }

    /** The ticks of a page that shows these; null for a reader of no team, or where nothing is shown. */
    public @Nullable Ticks ticks(@Nullable Member member, long accountId, List<Long> shown, @Nullable String older) {
        return member == null || shown.isEmpty()
                ? null
                : new Ticks(
                        member.home() + "/basket",
                        size(member, accountId),
                        shown,
                        held(member, accountId, shown),
                        older);
    }

    /** Which of these statements. */
    public Set<Long> held(Member member, long accountId, Collection<Long> statements) {
        return statements.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        rows.longs("""
                        select s.id from statement s join basket_item b on b.article_version_id = s.article_version_id
                        where s.id in (:ids) and b.team_id = :team and b.account_id = :account
                          and b.content_start = (select min(span_start) from statement_content_span where statement_id = s.id)
                          and b.content_end = (select max(span_end) from statement_content_span where statement_id = s.id)
                        """, Map.of("ids", statements, "team", member.teamId(), "account", accountId)));
    }
}
