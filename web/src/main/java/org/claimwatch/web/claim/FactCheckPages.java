package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.ClaimWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A team's word on whether a fact-check is about a claim: only a person can say that it is. */
@Path("/teams/{slug}/fact-checks")
@RunOnVirtualThread
public class FactCheckPages {
    private final EntityManager entities;
    private final CurrentViewer viewer;
    private final Clock clock;

    public FactCheckPages(EntityManager entities, CurrentViewer viewer, Clock clock) {
        this.entities = entities;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What a person may say of a link. */
    public enum Verdict {
        ACCEPTED,
        REJECTED
    }

    /** Of one link there is one word in a team; the last one counts. */
    @POST
    @Needs(Role.ANALYST)
    @Transactional
    public Response decide(@RestForm long link, @RestForm @Nullable Verdict verdict, @RestForm @Nullable String back) {
        if (verdict == null) {
            throw new BadRequestException(ClaimWords.SAY.neither());
        }
        Member member = viewer.memberOfThis();
        int stored = entities.createNativeQuery("""
                        insert into fact_check_review
                          (team_id, account_id, article_id, claim_id, checked, verdict, reviewed_at)
                        select :team, :account, v.article_id, l.claim_id, f.claim, :verdict, :now
                        from fact_check_link l join fact_check f on f.id = l.fact_check_id
                        join article_version v on v.id = f.article_version_id where l.id = :link
                        on conflict (team_id, article_id, claim_id, checked) do update
                        set verdict = excluded.verdict, account_id = excluded.account_id,
                            reviewed_at = excluded.reviewed_at""")
                .setParameter("team", member.teamId())
                .setParameter("account", viewer.get().accountId())
                .setParameter("verdict", verdict.name())
                .setParameter("now", clock.instant())
                .setParameter("link", link)
                .executeUpdate();
        if (stored == 0) {
            throw new NotFoundException();
        }
        return Back.to(back, "/claims");
    }
}
