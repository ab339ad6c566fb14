package org.claimwatch.web.alert;

import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** A team's alerts, newest first, why each was raised and where it went. */
public record AlertsPage(Member member, long total, List<AlertLine> alerts, List<RuleLine> monitors) {
    /** One alert. */
    public record AlertLine(
            long id,
            String kind,
            String headline,
            String lang,
            String why,
            String href,
            String monitor,
            String settings,
            When raised,
            List<DeliveryLine> deliveries) {}

    /** Where one went, or will go. */
    public record DeliveryLine(
            String channel,
            String address,
            String state,
            @Nullable When at,
            @Nullable String answer) {}

    /** A monitor and for what it is watched. */
    public record RuleLine(long monitorId, String monitor, String watched) {}

    /**
     * What one monitor is watched for, and where its alerts go.
     *
     * @param feed the private address, null where no rule is there yet
     */
    public record RulePage(
            Member member,
            long monitorId,
            String monitor,
            boolean active,
            List<KindChoice> kinds,
            List<KindChoice> sensitivities,
            @Nullable String feed,
            List<ChannelLine> channels,
            List<String> zones,
            String zone,
            @Nullable String email,
            List<String> problems) {
        public String action() {
            return "%s/alerts/of/%d".formatted(member.home(), monitorId);
        }
    }

    /** Something that one can choose. */
    public record KindChoice(String name, String word, boolean chosen) {}

    /** Where alerts go. */
    public record ChannelLine(
            long id,
            String kind,
            String address,
            @Nullable String secret,
            @Nullable String quiet,
            int failures,
            @Nullable String trouble,
            boolean stopped) {}
}
