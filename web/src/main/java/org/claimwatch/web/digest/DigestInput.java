package org.claimwatch.web.digest;

import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.digest.Digest.OnQuiet;
import org.claimwatch.web.digest.Digest.Rhythm;
import org.claimwatch.web.digest.DigestPage.DayChoice;
import org.claimwatch.web.digest.DigestPage.DigestForm;
import org.claimwatch.web.digest.DigestPage.MonitorChoice;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.words.DigestWords;
import org.claimwatch.web.words.Language;
import org.jspecify.annotations.Nullable;

/** What somebody entered to set a digest up. */
public class DigestInput {
    private static final String ADDRESS = "[^@\\s<>,;\"]+@[^@\\s<>,;\"]+";
    private static final int MOST_TIMES = 12;
    private static final int MOST_RECIPIENTS = 200;

    @FormParam("monitor")
    public long monitor;

    /** Further monitors. */
    @FormParam("also")
    public List<Long> also = List.of();

    @FormParam("rhythm")
    public String rhythm = Rhythm.TIMES.name();

    /** One time of day or several, apart by commas or spaces. */
    @FormParam("sendAt")
    public String sendAt = "";

    /** ISO numbers of weekdays; none stands for all. */
    @FormParam("days")
    public List<String> days = List.of();

    @FormParam("zone")
    public String zone = "";

    @FormParam("onQuiet")
    public String onQuiet = OnQuiet.SKIP.name();

    /** One address a line. */
    @FormParam("recipients")
    public String recipients = "";

    /** Of a team's; a person's own speaks as the person's pages do. */
    @FormParam("language")
    public @Nullable String language;

    /** "on" or absent, as browsers send a ticked box. */
    @FormParam("active")
    public @Nullable String active;

    static DigestInput blank(Viewer viewer) {
        var input = new DigestInput();
        input.sendAt = "07:00";
        input.zone = viewer.zone().getId();
        input.recipients = Objects.requireNonNullElse(viewer.email(), "");
        input.active = "on";
        input.language = Language.spoken().tag();
        return input;
    }

    static DigestInput of(Digest digest, List<Long> also) {
        var input = new DigestInput();
        input.also = also;
        input.rhythm = digest.rhythm.name();
        input.sendAt =
                digest.schedule().times().stream().map(LocalTime::toString).collect(Collectors.joining(", "));
        input.days = Arrays.stream(digest.days).map(Object::toString).toList();
        input.zone = digest.timeZone;
        input.onQuiet = digest.onQuiet.name();
        input.recipients = String.join("\n", digest.recipients);
        input.active = digest.active ? "on" : null;
        input.language = digest.language;
        return input;
    }

    /**
     * @param mine whether it goes to the viewer alone
     * @param others monitors of the team that it could read, too
     */
    DigestForm form(
            Member member, @Nullable Long id, boolean mine, Monitor of, List<Monitor> others, List<String> problems) {
        return new DigestForm(
                member,
                id,
                mine,
                Objects.requireNonNull(of.id),
                of.name,
                others.stream()
                        .filter(other -> !other.equals(of))
                        .map(other -> new MonitorChoice(
                                Objects.requireNonNull(other.id), other.name, also.contains(other.id)))
                        .toList(),
                rhythm.equals(Rhythm.HOURLY.name()),
                sendAt,
                Stream.of(DayOfWeek.values())
                        .map(day -> new DayChoice(
                                day.getValue(),
                                day.getDisplayName(
                                        TextStyle.SHORT, Language.spoken().locale()),
                                days().contains(day.getValue())))
                        .toList(),
                zone,
                onQuiet.equals(OnQuiet.SAY.name()),
                recipients,
                String.valueOf(language),
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

    private List<LocalTime> times() {
        return Arrays.stream(sendAt.strip().split("[\\s,;]+"))
                .map(LocalTime::parse)
                .map(time -> time.withSecond(0).withNano(0))
                .distinct()
                .sorted()
                .toList();
    }

    /** Those ticked that are weekdays; all if none is. */
    private Set<Integer> days() {
        Set<Integer> ticked = days.stream()
                .filter(day -> day.matches("[1-7]"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return ticked.isEmpty() ? Set.of(1, 2, 3, 4, 5, 6, 7) : ticked;
    }

    /** What is wrong, for the person who filled it in; empty if nothing is. */
    List<String> problems(boolean mine) {
        var problems = new ArrayList<String>();
        try {
            if (times().size() > MOST_TIMES) {
                problems.add(DigestWords.SAY.tooOften(MOST_TIMES));
            }
        } catch (DateTimeException e) {
            problems.add(DigestWords.SAY.badTimes());
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(DigestWords.SAY.noTimeZone(String.valueOf(zone)));
        }
        if (!mine) {
            if (addresses().length == 0) {
                problems.add(DigestWords.SAY.oneRecipient());
            }
            if (addresses().length > MOST_RECIPIENTS) {
                problems.add(DigestWords.SAY.tooManyRecipients(MOST_RECIPIENTS));
            }
            Arrays.stream(addresses())
                    .filter(address -> !address.matches(ADDRESS))
                    .forEach(address -> problems.add(DigestWords.SAY.noEmail(address)));
        }
        return problems;
    }

    /** Of a form without problems. */
    void fill(Digest digest, boolean mine) {
        List<LocalTime> times = times();
        digest.rhythm = rhythm.equals(Rhythm.HOURLY.name()) ? Rhythm.HOURLY : Rhythm.TIMES;
        digest.sendAt = times.getFirst();
        digest.alsoAt = times.stream().skip(1).toArray(LocalTime[]::new);
        digest.days = days().stream().map(Integer::shortValue).sorted().toArray(Short[]::new);
        digest.timeZone = zone;
        digest.language = Language.of(language).map(Language::tag).orElse(digest.language);
        digest.onQuiet = onQuiet.equals(OnQuiet.SAY.name()) ? OnQuiet.SAY : OnQuiet.SKIP;
        digest.active = isActive();
        if (!mine) {
            digest.recipients = addresses();
        }
    }
}
