package org.claimwatch.web.monitor;

import io.quarkus.qute.RawString;
import java.util.List;
import org.claimwatch.web.chart.Columns;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.Found;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * A monitor with its matches, as statements, articles, claims or stories.
 *
 * @param since what came since the person's last visit; null in the first
 * @param fresh of which stretch of time alone what came is shown; null where a period's matches are
 * @param volume null where there is nothing to draw
 */
public record MonitorPage(
        Member member,
        long id,
        String name,
        String query,
        String explained,
        String createdBy,
        When created,
        PeriodControl period,
        @Nullable Since since,
        @Nullable Fresh fresh,
        @Nullable Columns volume,
        ResultKind kind,
        List<Choice> views,
        Found found,
        @Nullable Ticks ticks,
        Paging paging,
        List<Choice> files,
        Recipients recipients) {

    /** What came since the last visit, each number with the way to just these. */
    public record Since(When visit, List<Choice> news) {}

    /** Of when the shown matches are, and the way back to all. */
    public record Fresh(When from, When to, String all) {}

    /**
     * Who gets it.
     *
     * @param digestHref where one sets a digest up; null for whoever may not
     */
    public record Recipients(
            List<RecipientLine> digests,
            List<RecipientLine> alerts,
            String alertsHref,
            @Nullable String digestHref) {}

    /**
     * One way by which it goes out.
     *
     * @param to addresses; null where it goes to the reader alone
     */
    public record RecipientLine(
            String href, String label, @Nullable String to, boolean rests) {}

    public String home() {
        return "%s/monitors/%d".formatted(member.home(), id);
    }

    public RawString total() {
        return paging.said(SearchWords.SAY.total(kind, paging.total()));
    }

    /** A team's monitors. */
    public record MonitorList(Member member, PeriodControl period, List<MonitorLine> monitors) {}

    /** A monitor and how much it matches, with the ways to just these. */
    public record MonitorLine(
            long id, String name, String query, String statements, String href, String claims, String claimsHref) {}

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
