package org.claimwatch.web.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.team.AuditPage.Change;
import org.claimwatch.web.team.AuditPage.EntryLine;
import org.claimwatch.web.team.AuditPage.Option;
import org.claimwatch.web.words.TeamWords;
import org.jspecify.annotations.Nullable;

/** Tells a team's changes, which a trigger noted in the transaction of each, in words. */
@ApplicationScoped
class AuditLog {
    private static final Set<String> PEOPLE =
            Set.of("account_id", "created_by", "invited_by", "accepted_by", "actor_id", "undone_by");

    /** What somebody read in a blind coding: another coder may read this log. */
    private static final Set<String> READING = Set.of("form", "speaker", "polarity");

    static final Falling NEWEST = Falling.by(Falling.moment("at"), Falling.number("id"));

    private final Rows rows;
    private final CurrentReader reader;
    private final ObjectMapper json;

    AuditLog(Rows rows, CurrentReader reader, ObjectMapper json) {
        this.rows = rows;
        this.reader = reader;
        this.json = json;
    }

    private record Entry(
            long id,
            Instant at,
            @Nullable String who,
            String action,
            String subject,
            @Nullable Long subjectId,
            String changes,
            @Nullable String name) {}

    private record Person(long id, String name) {}

    private record Subject(String subject) {}

    AuditPage page(Member member, Address here) {
        Map<Long, String> people = people(member);
        Slice<EntryLine> slice = entries(member, Slice.Asked.of(NEWEST, here), people);
        return new AuditPage(
                member,
                slice.rows(),
                people.entrySet().stream()
                        .map(p -> new Option(
                                p.getKey().toString(),
                                p.getValue(),
                                p.getKey().toString().equals(here.get("who"))))
                        .toList(),
                rows
                        .list(
                                Subject.class,
                                "select distinct subject from audit_entry where team_id = :team order by 1",
                                Map.of("team", member.teamId()))
                        .stream()
                        .map(s -> new Option(
                                s.subject(),
                                TeamWords.SAY.subject(s.subject()),
                                s.subject().equals(here.get("what"))))
                        .toList(),
                Objects.requireNonNullElse(here.get("from"), ""),
                Objects.requireNonNullElse(here.get("to"), ""),
                slice.paging(total(member, here)),
                here);
    }

    /** How many entries the filters of an address let through. */
    Total total(Member member, Address here) {
        var parameters = new HashMap<String, Object>(Map.of("team", member.teamId()));
        return rows.total("select from audit_entry e where " + condition(here, parameters), parameters);
    }

    /** Those of them that the address asks for. */
    Slice<EntryLine> entries(Member member, Slice.Asked asked) {
        return entries(member, asked, people(member));
    }

    private Slice<EntryLine> entries(Member member, Slice.Asked asked, Map<Long, String> people) {
        var parameters = new HashMap<String, Object>(Map.of("team", member.teamId()));
        String condition = condition(asked.address(), parameters);
        return rows.slice(Entry.class, """
                        select e.id, e.at, a.name as who, e.action, e.subject, e.subject_id, cast(e.changes as text) as changes,
                               (select coalesce(n.changes -> 'name' ->> 1, n.changes -> 'email' ->> 1,
                                                case when n.subject = 'membership' then n.changes -> 'account_id' ->> 1 end)
                                from audit_entry n where n.team_id = e.team_id and n.subject = e.subject
                                  and n.subject_id = e.subject_id and n.action = 'ADDED' limit 1) as name
                        from audit_entry e left join account a on a.id = e.actor_id
                        where %s""".formatted(condition), parameters, asked)
                .map(found -> found.stream().map(entry -> line(entry, people)).toList());
    }

    /** Nonsense in a filter filters nothing. */
    private String condition(Address here, Map<String, Object> parameters) {
        var conditions = new ArrayList<>(List.of("e.team_id = :team"));
        ZoneId zone = reader.get().zone();
        String who = here.get("who");
        if (who != null && who.matches("[0-9]{1,18}")) {
            conditions.add("e.actor_id = :who");
            parameters.put("who", Long.valueOf(who));
        }
        String what = here.get("what");
        if (what != null) {
            conditions.add("e.subject = :what");
            parameters.put("what", what);
        }
        LocalDate from = day(here.get("from"));
        if (from != null) {
            conditions.add("e.at >= :from");
            parameters.put("from", from.atStartOfDay(zone).toInstant());
        }
        LocalDate to = day(here.get("to"));
        if (to != null) {
            conditions.add("e.at < :to");
            parameters.put("to", to.plusDays(1).atStartOfDay(zone).toInstant());
        }
        return String.join(" and ", conditions);
    }

    /** Whoever acted in the team or is told of in its log, whether or not still a member. */
    private Map<Long, String> people(Member member) {
        return rows.list(Person.class, """
                        select a.id, a.name from account a where a.id in (
                          select actor_id from audit_entry where team_id = :team
                          union select account_id from membership where team_id = :team
                          union select cast(changes -> 'account_id' ->> 1 as bigint) from audit_entry where team_id = :team)
                        order by a.name, a.id""", Map.of("team", member.teamId())).stream()
                .collect(Collectors.toMap(Person::id, Person::name, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private EntryLine line(Entry entry, Map<Long, String> people) {
        String named = entry.name();
        return new EntryLine(
                entry.id(),
                reader.get().exactly(entry.at()),
                Objects.requireNonNullElse(entry.who(), TeamWords.SAY.itself()),
                switch (entry.action()) {
                    case "ADDED" -> "added";
                    case "CHANGED" -> "changed";
                    default -> "removed";
                },
                entry.subject(),
                TeamWords.SAY.subject(entry.subject()),
                named == null
                        ? TeamWords.SAY.numbered(String.valueOf(entry.subjectId()))
                        : named.matches("[0-9]+") ? people.getOrDefault(Long.valueOf(named), named) : named,
                changes(entry, people));
    }

    private List<Change> changes(Entry entry, Map<Long, String> people) {
        try {
            return json.readTree(entry.changes())
                    .propertyStream()
                    .filter(change -> !entry.subject().equals("coding") || !READING.contains(change.getKey()))
                    .map(change -> new Change(
                            words(change.getKey()),
                            value(change.getKey(), change.getValue().get(0), people),
                            value(change.getKey(), change.getValue().get(1), people)))
                    // A column that an added row leaves empty tells nothing.
                    .filter(change -> change.before() != null || change.after() != null)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit log holds what is no JSON", e);
        }
    }

    private static @Nullable String value(String column, JsonNode value, Map<Long, String> people) {
        if (value.isNull()) {
            return null;
        }
        String text = value.asText();
        return PEOPLE.contains(column) && text.matches("[0-9]+")
                ? people.getOrDefault(Long.valueOf(text), TeamWords.SAY.account(text))
                : text;
    }

    private static String words(String name) {
        return name.replaceFirst("_id$", "").replace('_', ' ');
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
