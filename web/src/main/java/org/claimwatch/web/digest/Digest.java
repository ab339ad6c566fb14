package org.claimwatch.web.digest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.jspecify.annotations.Nullable;

/** A scheduled e-mail of what is new in some of a team's monitors. */
@Entity
public class Digest {
    /** How its periods end. */
    public enum Rhythm {
        HOURLY,
        TIMES
    }

    /** What a period without news brings. */
    public enum OnQuiet {
        SKIP,
        SAY
    }

    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Team team;

    /** The first of its monitors; the others are rows of digest_monitor. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Monitor monitor;

    /** The member to whom alone it goes; null for the team's. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    public @Nullable Account account;

    @Enumerated(EnumType.STRING)
    public Rhythm rhythm = Rhythm.TIMES;

    /** On the clocks of {@link #timeZone}. */
    public LocalTime sendAt;

    public LocalTime[] alsoAt = {};

    /** ISO: 1 is Monday. */
    @Column(columnDefinition = "smallint[]")
    public Short[] days = {1, 2, 3, 4, 5, 6, 7};

    /** IANA zone. */
    public String timeZone;

    @Enumerated(EnumType.STRING)
    public OnQuiet onQuiet = OnQuiet.SKIP;

    /** BCP 47 language of the e-mail. */
    public String language = "en";

    /** A person's own goes to the account's address, and this is what it was when it was set up. */
    public String[] recipients;

    public boolean active = true;
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Digest() {}

    public Digest(Team team, Monitor monitor, LocalTime sendAt, ZoneId zone, String[] recipients, Instant createdAt) {
        this.team = team;
        this.monitor = monitor;
        this.sendAt = sendAt;
        this.timeZone = zone.getId();
        this.recipients = recipients;
        this.createdAt = createdAt;
    }

    public Schedule schedule() {
        var times = new ArrayList<LocalTime>(List.of(sendAt));
        times.addAll(List.of(alsoAt));
        return new Schedule(
                rhythm == Rhythm.HOURLY,
                times,
                Arrays.stream(days).map(day -> DayOfWeek.of(day)).collect(Collectors.toSet()),
                ZoneId.of(timeZone));
    }

    /** What a recipient stops as one. */
    public String list() {
        return "digest-" + id;
    }
}
