package org.claimwatch.web.digest;

import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.digest.DigestPage.DigestForm;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Viewer;
import org.jspecify.annotations.Nullable;

/** What somebody entered to set a digest up. */
public class DigestInput {
    private static final String ADDRESS = "[^@\\s<>,;\"]+@[^@\\s<>,;\"]+";

    @FormParam("monitor")
    public long monitor;

    @FormParam("sendAt")
    public String sendAt = "";

    @FormParam("zone")
    public String zone = "";

    /** One address a line. */
    @FormParam("recipients")
    public String recipients = "";

    /** "on" or absent, as browsers send a ticked box. */
    @FormParam("active")
    public @Nullable String active;

    static DigestInput blank(Viewer viewer) {
        var input = new DigestInput();
        input.sendAt = "07:00";
        input.zone = viewer.zone().getId();
        input.recipients = Objects.requireNonNullElse(viewer.email(), "");
        input.active = "on";
        return input;
    }

    static DigestInput of(Digest digest) {
        var input = new DigestInput();
        input.sendAt = digest.sendAt.toString();
        input.zone = digest.timeZone;
        input.recipients = String.join("\n", digest.recipients);
        input.active = digest.active ? "on" : null;
        return input;
    }

    DigestForm form(Member member, @Nullable Long id, Monitor of, List<String> problems) {
        return new DigestForm(
                member,
                id,
                Objects.requireNonNull(of.id),
                of.name,
                sendAt,
                zone,
                recipients,
                isActive(),
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                problems);
    }

    boolean isActive() {
        return active != null;
    }

    String[] addresses() {
        return Arrays.stream(recipients.split("[\\s,;]+"))
                .filter(address -> !address.isBlank())
                .distinct()
                .toArray(String[]::new);
    }

    /** What is wrong, for the person who filled it in; empty if nothing is. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        try {
            LocalTime.parse(sendAt);
        } catch (DateTimeException e) {
            problems.add("The time must be hours and minutes, such as 07:00.");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add("There is no time zone “%s”.".formatted(zone));
        }
        if (addresses().length == 0) {
            problems.add("Give at least one recipient.");
        }
        Arrays.stream(addresses())
                .filter(address -> !address.matches(ADDRESS))
                .forEach(address -> problems.add("“%s” is not an e-mail address.".formatted(address)));
        return problems;
    }
}
