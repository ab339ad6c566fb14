package org.claimwatch.web.alert;

import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.alert.AlertChannel.Kind;
import org.claimwatch.web.words.AlertWords;

/** What somebody entered to be sent alerts somewhere. */
public class AlertInput {
    private static final String ADDRESS = "[^@\\s<>,;\"]+@[^@\\s<>,;\"]+";

    @FormParam("kind")
    public String kind = "";

    @FormParam("address")
    public String address = "";

    @FormParam("zone")
    public String zone = "";

    @FormParam("quietFrom")
    public String quietFrom = "";

    @FormParam("quietTo")
    public String quietTo = "";

    Kind chosen() {
        return kind.equals(Kind.WEBHOOK.name()) ? Kind.WEBHOOK : Kind.EMAIL;
    }

    List<String> problems(WebhookClient webhooks) {
        var problems = new ArrayList<String>();
        if (chosen() == Kind.WEBHOOK) {
            webhooks.problem(address.strip()).ifPresent(problems::add);
        } else if (!address.strip().matches(ADDRESS)) {
            problems.add(AlertWords.SAY.noEmail(String.valueOf(address)));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(AlertWords.SAY.noTimeZone(String.valueOf(zone)));
        }
        if (quietFrom.isBlank() != quietTo.isBlank()) {
            problems.add(AlertWords.SAY.bothEnds());
        } else if (!quietFrom.isBlank()
                && (time(quietFrom).isEmpty() || time(quietTo).isEmpty())) {
            problems.add(AlertWords.SAY.hoursAndMinutes());
        }
        return problems;
    }

    /** Of a form without problems. */
    void fill(AlertChannel channel) {
        channel.timeZone = zone;
        channel.quietFrom = time(quietFrom).orElse(null);
        channel.quietTo = time(quietTo).orElse(null);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
