package org.claimwatch.web.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Rounds of blind coding: a random sample of passages, one answer of each coder, and agreement once all are through. */
@ApplicationScoped
class CodingRounds {
    private final Session session;
    private final Rows rows;
    private final Clock clock;

    CodingRounds(Session session, Rows rows, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.clock = clock;
    }

    record Round(long id, String name, long items, long mine, String by, Instant createdAt) {}

    record Coder(long id, String name, long done) {}

    record Passage(
            long id,
            int contentStart,
            int contentEnd,
            String text,
            @Nullable String language,
            String outlet) {}

    /** A field's agreement among all, then of each coder with the others. */
    record Agreement(String field, Alpha all, List<OfCoder> byCoder) {}

    record OfCoder(String name, Alpha alpha) {}

    record Coding(long itemId, String name, String form, String speaker, String polarity) {}

    List<Round> of(Member member, long account) {
        return rows.list(Round.class, """
                select r.id, r.name, (select count(*) from coding_item i where i.round_id = r.id) as items,
                       (select count(*) from coding c join coding_item i on i.id = c.item_id
                        where i.round_id = r.id and c.account_id = :account) as mine,
                       a.name as by, r.created_at
                from coding_round r join account a on a.id = r.created_by
                where r.team_id = :team order by r.created_at desc, r.id desc
                """, Map.of("team", member.teamId(), "account", account));
    }

    Optional<Round> one(Member member, long account, long id) {
        return of(member, account).stream().filter(round -> round.id() == id).findFirst();
    }

    /** A random sample of the newest readings' passages: what is doubtful or easy comes as often as it does. */
    long draw(Member member, long account, String name, int size) {
        long id = rows.longs(
                        """
                insert into coding_round (team_id, name, created_by, created_at) values (:team, :name, :account, :now)
                returning id""", Map.of("team", member.teamId(), "name", name, "account", account, "now", clock.instant()))
                .getFirst();
        session.createNativeMutationQuery("""
                        insert into coding_item (team_id, round_id, article_version_id, content_start, content_end)
                        select :team, :round, q.article_version_id, q.span_start, q.span_end from (
                          select distinct s.article_version_id, min(p.span_start) as span_start, max(p.span_end) as span_end
                          from (select s.id, s.article_version_id from statement s
                                join article_version v on v.id = s.article_version_id
                                where v.is_current order by s.id desc limit 2000) s
                          join statement_content_span p on p.statement_id = s.id group by s.id, s.article_version_id) q
                        order by random() limit :size""")
                .setParameter("team", member.teamId())
                .setParameter("round", id)
                .setParameter("size", size)
                .executeUpdate();
        return id;
    }

    boolean named(Member member, String name) {
        return rows.number(
                        "select count(*) from coding_round where team_id = :team and name = :name",
                        Map.of("team", member.teamId(), "name", name))
                > 0;
    }

    Optional<Passage> next(long round, long account) {
        return rows.first(Passage.class, """
                select i.id, i.content_start, i.content_end, v.text, v.language, o.name as outlet
                from coding_item i join article_version v on v.id = i.article_version_id
                join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
                where i.round_id = :round and not exists (
                  select from coding c where c.item_id = i.id and c.account_id = :account)
                order by i.id limit 1""", Map.of("round", round, "account", account));
    }

    /** The first answer stands: whoever has seen the others' can change nothing. */
    boolean code(Member member, long round, long item, long account, String form, String speaker, String polarity) {
        return session.createNativeMutationQuery("""
                        insert into coding (team_id, item_id, account_id, form, speaker, polarity, coded_at)
                        select :team, i.id, :account, :form, :speaker, :polarity, :now from coding_item i
                        where i.id = :item and i.round_id = :round
                        on conflict (item_id, account_id) do nothing""")
                        .setParameter("team", member.teamId())
                        .setParameter("item", item)
                        .setParameter("round", round)
                        .setParameter("account", account)
                        .setParameter("form", form)
                        .setParameter("speaker", speaker)
                        .setParameter("polarity", polarity)
                        .setParameter("now", clock.instant(), Instant.class)
                        .executeUpdate()
                > 0;
    }

    List<Coder> coders(long round) {
        return rows.list(Coder.class, """
                select a.id, a.name, count(*) as done from coding c join coding_item i on i.id = c.item_id
                join account a on a.id = c.account_id where i.round_id = :round group by a.id order by a.name, a.id
                """, Map.of("round", round));
    }

    /** Null until everybody who began is through and two are: nobody is to be led by another's reading. */
    @Nullable List<Agreement> agreements(Round round) {
        List<Coder> coders = coders(round.id());
        boolean through = coders.size() >= 2 && coders.stream().allMatch(coder -> coder.done() == round.items());
        if (!through) {
            return null;
        }
        List<Coding> codings = rows.list(Coding.class, """
                select c.item_id, a.name || ' #' || a.id as name, c.form, c.speaker, c.polarity from coding c
                join coding_item i on i.id = c.item_id join account a on a.id = c.account_id
                where i.round_id = :round order by c.item_id, a.id""", Map.of("round", round.id()));
        var fields = new LinkedHashMap<String, Function<Coding, String>>();
        fields.put("form", Coding::form);
        fields.put(
                "speaker",
                coding -> coding.speaker().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
        fields.put("stance", Coding::polarity);
        return fields.entrySet().stream()
                .map(field -> agreement(field.getKey(), field.getValue(), codings, coders))
                .toList();
    }

    private static Agreement agreement(
            String field, Function<Coding, String> value, List<Coding> codings, List<Coder> coders) {
        Map<Long, List<Coding>> byItem = codings.stream()
                .collect(Collectors.groupingBy(Coding::itemId, LinkedHashMap::new, Collectors.toList()));
        var byCoder = new ArrayList<OfCoder>();
        for (Coder coder : coders) {
            String name = coder.name() + " #" + coder.id();
            // Each pair of this coder with one other is a unit of its own: how far this one stands from the rest.
            List<List<String>> pairs = byItem.values().stream()
                    .flatMap(item -> item.stream()
                            .filter(coding -> coding.name().equals(name))
                            .flatMap(own -> item.stream()
                                    .filter(other -> !other.name().equals(name))
                                    .map(other -> List.of(value.apply(own), value.apply(other)))))
                    .toList();
            byCoder.add(new OfCoder(coder.name(), Alpha.of(pairs)));
        }
        return new Agreement(
                field,
                Alpha.of(byItem.values().stream()
                        .map(item -> item.stream().map(value).toList())
                        .toList()),
                byCoder);
    }
}
