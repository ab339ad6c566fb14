package org.claimwatch.web.monitor;

import java.util.List;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** A monitor with its matches, as statements or as claims. */
public record MonitorPage(
        Member member,
        long id,
        String name,
        String query,
        String explained,
        String createdBy,
        When created,
        PeriodControl period,
        List<Choice> views,
        boolean asClaims,
        List<StatementCard> statements,
        @Nullable Ticks ticks,
        List<ClaimLine> claims,
        Paging paging,
        String csv,
        @Nullable String digestHref) {

    /** A team's monitors. */
    public record MonitorList(Member member, PeriodControl period, List<MonitorLine> monitors) {}

    /** A monitor and how much it matches. */
    public record MonitorLine(long id, String name, String query, String statements, String claims) {}

    /**
     * What one fills in to make or change a monitor.
     *
     * @param id null for a new one
     */
    public record MonitorForm(
            Member member, @Nullable Long id, String name, String query, String explained, List<String> problems) {
        public String action() {
            return member.home() + "/monitors" + (id == null ? "" : "/" + id);
        }
    }
}
