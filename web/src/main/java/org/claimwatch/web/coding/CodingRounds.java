package org.claimwatch.web.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Rounds of blind coding: a random sample of passages, one answer of each coder, and what they read once they may see it. */
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

    /** @param closedAt when somebody ended it; null while it can be coded */
    record Round(
            long id,
            String name,
            long items,
            long mine,
            String by,
            Instant createdAt,
            @Nullable Instant closedAt) {
        boolean open() {
            return closedAt == null;
        }
    }

    record Coder(long id, String name, long done) {
        boolean through(Round round) {
            return done == round.items();
        }
    }

    record Passage(
            long id,
            int contentStart,
            int contentEnd,
            String text,
            @Nullable String language,
            String outlet,
            @Nullable String target) {}

    /** A field's agreement among all, then of each coder with the others. */
    record Agreement(String field, Alpha all, List<OfCoder> byCoder) {}

    record OfCoder(String name, Alpha alpha) {}

    private record Row(
            long itemId,
            long coder,
            String form,
            String speaker,
            String polarity,
            @Nullable Integer contentStart,
            @Nullable Integer contentEnd,
            @Nullable String claim) {
        Coding coding() {
            return new Coding(itemId, coder, new Answer(form, speaker, polarity, contentStart, contentEnd, claim));
        }
    }

    /** @param coder the account */
    record Coding(long itemId, long coder, Answer answer) {}

    List<Round> of(Member member, long account) {
        return rows.list(Round.class, """
                select r.id, r.name, (select count(*) from coding_item i where i.round_id = r.id) as items,
                       (select count(*) from coding c join coding_item i on i.id = c.item_id
                        where i.round_id = r.id and c.account_id = :account) as mine,
                       a.name as by, r.created_at, r.closed_at
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
                        insert into coding_item (team_id, round_id, article_version_id, content_start, content_end, target)
                        select :team, :round, q.article_version_id, q.span_start, q.span_end, q.target from (
                          select distinct on (s.article_version_id, min(p.span_start), max(p.span_end))
                                 s.article_version_id, min(p.span_start) as span_start, max(p.span_end) as span_end,
                                 (select t.target from stance t where t.statement_id = s.id
                                  order by t.confidence desc, t.id limit 1) as target
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

    private static final String PASSAGE = """
            select i.id, i.content_start, i.content_end, v.text, v.language, o.name as outlet, i.target
            from coding_item i join article_version v on v.id = i.article_version_id
            join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
            where i.round_id = :round and
            """;

    Optional<Passage> passage(long round, long item) {
        return rows.first(Passage.class, PASSAGE + "i.id = :item", Map.of("round", round, "item", item));
    }

    /** None once one is through, or the round is closed. */
    Optional<Passage> next(long round, long account) {
        return rows.first(Passage.class, PASSAGE + """
                exists (select from coding_round r where r.id = i.round_id and r.closed_at is null)
                and not exists (select from coding c where c.item_id = i.id and c.account_id = :account)
                order by i.id limit 1""", Map.of("round", round, "account", account));
    }

    /** The first answer stands: whoever has seen the others' can change nothing; nor is any taken once the round is closed. */
    boolean code(Member member, long round, long item, long account, Answer answer) {
        return session.createNativeMutationQuery("""
                        insert into coding (team_id, item_id, account_id, form, speaker, polarity, content_start, content_end,
                          claim, coded_at)
                        select :team, i.id, :account, :form, :speaker, :polarity, :start, :end, :claim, :now
                        from coding_item i join coding_round r on r.id = i.round_id and r.closed_at is null
                        where i.id = :item and i.round_id = :round
                        on conflict (item_id, account_id) do nothing""")
                        .setParameter("team", member.teamId())
                        .setParameter("item", item)
                        .setParameter("round", round)
                        .setParameter("account", account)
                        .setParameter("form", answer.form())
                        .setParameter("speaker", answer.speaker())
                        .setParameter("polarity", answer.polarity())
                        .setParameter("start", answer.start(), Integer.class)
                        .setParameter("end", answer.end(), Integer.class)
                        .setParameter("claim", answer.claim(), String.class)
                        .setParameter("now", clock.instant(), Instant.class)
                        .executeUpdate()
                > 0;
    }

    /** Nobody codes it any more; it stays closed. */
    void close(Member member, long account, long round) {
        session.createNativeMutationQuery("""
                        update coding_round set closed_at = :now, closed_by = :account
                        where id = :round and team_id = :team and closed_at is null""")
                .setParameter("now", clock.instant(), Instant.class)
                .setParameter("account", account)
                .setParameter("round", round)
                .setParameter("team", member.teamId())
                .executeUpdate();
    }

    List<Coder> coders(long round) {
        return rows.list(Coder.class, """
                select a.id, a.name, count(*) as done from coding c join coding_item i on i.id = c.item_id
                join account a on a.id = c.account_id where i.round_id = :round group by a.id order by a.name, a.id
                """, Map.of("round", round));
    }

    /**
     * Whether somebody may see what the coders read: two are through, and the one who asks will not code any more, being
     * through or the round closed. So whoever stops, or begins late, hides nothing from the others.
     */
    boolean shown(Round round, List<Coder> coders) {
        long through = coders.stream().filter(coder -> coder.through(round)).count();
        return through >= 2 && (!round.open() || round.mine() == round.items());
    }

    /** What those who are through read; the others' answers are left out. */
    List<Coding> codings(Round round, List<Coder> coders) {
        List<Long> through = coders.stream()
                .filter(coder -> coder.through(round))
                .map(Coder::id)
                .toList();
        return through.isEmpty()
                ? List.of()
                : rows.list(Row.class, """
                        select c.item_id, c.account_id as coder, c.form, c.speaker, c.polarity, c.content_start, c.content_end, c.claim
                        from coding c join coding_item i on i.id = c.item_id join account a on a.id = c.account_id
                        where i.round_id = :round and c.account_id in (:through) order by c.item_id, a.name, a.id""", Map.of("round", round.id(), "through", through)).stream()
                        .map(Row::coding)
                        .toList();
    }

    /** Null while the one who asks is not to be led by another's reading. */
    @Nullable List<Agreement> agreements(Round round) {
        List<Coder> coders = coders(round.id());
        if (!shown(round, coders)) {
            return null;
        }
        List<Coding> codings = codings(round, coders);
        List<Coder> through =
                coders.stream().filter(coder -> coder.through(round)).toList();
        return Arrays.stream(Answer.Field.values())
                .map(field -> agreement(field, codings, through))
                .toList();
    }

    private static Agreement agreement(Answer.Field field, List<Coding> codings, List<Coder> coders) {
        Map<Long, List<Coding>> byItem = codings.stream()
                .filter(coding -> field.of(coding.answer()) != null)
                .collect(Collectors.groupingBy(Coding::itemId, LinkedHashMap::new, Collectors.toList()));
        var byCoder = new ArrayList<OfCoder>();
        for (Coder coder : coders) {
            // Each pair of this coder with one other is a unit of its own: how far this one stands from the rest.
            List<List<String>> pairs = byItem.values().stream()
                    .flatMap(item -> item.stream()
                            .filter(coding -> coding.coder() == coder.id())
                            .flatMap(own -> item.stream()
                                    .filter(other -> other.coder() != coder.id())
                                    .map(other -> values(field, List.of(own, other)))))
                    .toList();
            byCoder.add(new OfCoder(coder.name(), Alpha.of(pairs)));
        }
        return new Agreement(
                field.word(),
                Alpha.of(byItem.values().stream()
                        .map(item -> values(field, item))
                        .toList()),
                byCoder);
    }

    private static List<String> values(Answer.Field field, List<Coding> codings) {
        return codings.stream()
                .map(coding -> Objects.requireNonNull(field.of(coding.answer())))
                .toList();
    }
}
