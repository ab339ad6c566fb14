package org.claimwatch.web.alert;

import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.alert.AlertChannel.Kind;

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
            problems.add("“%s” is not an e-mail address.".formatted(address));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add("There is no time zone “%s”.".formatted(zone));
        }
        if (quietFrom.isBlank() != quietTo.isBlank()) {
            problems.add("Quiet hours need a beginning and an end; leave both empty for none.");
        } else if (!quietFrom.isBlank()
                && (time(quietFrom).isEmpty() || time(quietTo).isEmpty())) {
            problems.add("Quiet hours are hours and minutes, such as 22:00 and 07:00.");
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
