package org.claimwatch.web.note;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.note.NotePage.TagLine;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.security.Member;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes a team's tags and notes, and finds what carries them. */
@ApplicationScoped
class Notes {
    /** Of what a tag or note hangs on: the columns that name it, and where its values come from. */
    private static final Map<On, String[]> SUBJECTS = Map.of(
            On.STATEMENT,
            new String[] {"article_version_id, content_start, content_end", """
                s.article_version_id, min(p.span_start), max(p.span_end)
                from statement s join statement_content_span p on p.statement_id = s.id
                where s.id = :of group by s.article_version_id"""},
            On.CLAIM,
            new String[] {"claim_id", "c.id from claim c where c.id = :of"},
            On.ARTICLE,
            new String[] {"article_id", "a.id from article a where a.id = :of"});

    private final Session session;
    private final Rows rows;
    private final Clock clock;

    Notes(Session session, Rows rows, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether there is such a thing to write beside. */
    boolean write(Member member, long account, On on, long of, String body) {
        String[] subject = subject(on);
        return session.createNativeMutationQuery(
                                "insert into note (team_id, account_id, body, created_at, %s) select :team, :account, :body, :now, %s"
                                        .formatted(subject[0], subject[1]))
                        .setParameter("team", member.teamId())
                        .setParameter("account", account)
                        .setParameter("body", body)
                        .setParameter("now", clock.instant(), Instant.class)
                        .setParameter("of", of)
                        .executeUpdate()
                > 0;
    }

    /** The tag is made if the team has none of that name; upper and lower case make no difference. */
    boolean tag(Member member, long account, On on, long of, String name) {
        String[] subject = subject(on);
        Map<String, Object> parameters =
                Map.of("team", member.teamId(), "account", account, "name", name, "now", clock.instant());
        long tag = rows.number("""
                insert into tag (team_id, name, created_by, created_at) values (:team, :name, :account, :now)
                on conflict (team_id, lower(name)) do update set name = tag.name returning id""", parameters);
        int found = session.createNativeQuery("select 1 from (select %s) w".formatted(subject[1]), Integer.class)
                .setParameter("of", of)
                .getResultList()
                .size();
        session.createNativeMutationQuery("""
                        insert into tagging (team_id, tag_id, account_id, created_at, %s)
                        select :team, :tag, :account, :now, %s on conflict do nothing""".formatted(subject[0], subject[1]))
                .setParameter("team", member.teamId())
                .setParameter("tag", tag)
                .setParameter("account", account)
                .setParameter("now", clock.instant(), Instant.class)
                .setParameter("of", of)
                .executeUpdate();
        return found > 0;
    }

    /** Takes a tag off; a tag that nothing carries any more is gone. */
    boolean untag(Member member, long tag, On on, long of) {
        String which = switch (on) {
            case STATEMENT -> "(article_version_id, content_start, content_end) in (select " + subject(on)[1] + ")";
            case CLAIM -> "claim_id is not null and (select e.claim from claim_end(claim_id) e) = :of";
            case ARTICLE -> "article_id = :of";
        };
        int gone = session.createNativeMutationQuery(
                        "delete from tagging where team_id = :team and tag_id = :tag and " + which)
                .setParameter("team", member.teamId())
                .setParameter("tag", tag)
                .setParameter("of", of)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        delete from tag where team_id = :team and id = :tag
                          and not exists (select from tagging x where x.tag_id = tag.id)""")
                .setParameter("team", member.teamId())
                .setParameter("tag", tag)
                .executeUpdate();
        return gone > 0;
    }

    /** One's own, or as an editor anybody's. */
    boolean delete(Member member, long account, long id) {
        return session.createNativeMutationQuery(
                                "delete from note where team_id = :team and id = :id and (account_id = :account or :edits)")
                        .setParameter("team", member.teamId())
                        .setParameter("id", id)
                        .setParameter("account", account)
                        .setParameter("edits", member.edits())
                        .executeUpdate()
                > 0;
    }

    List<TagLine> tags(Member member) {
        return rows.list(TagLine.class, """
                select t.id, t.name, count(x.id) as uses from tag t left join tagging x on x.tag_id = t.id
                where t.team_id = :team group by t.id order by t.name""", Map.of("team", member.teamId()));
    }

    Optional<TagLine> tag(Member member, long id) {
        return tags(member).stream().filter(tag -> tag.id() == id).findFirst();
    }

    /** The articles, claims or statements that carry a tag; of statements those that are still read so. */
    List<Long> tagged(Member member, long tag, On on) {
        String found = switch (on) {
            case ARTICLE -> "select x.article_id, max(x.created_at) from tagging x where x.article_id is not null and ";
            case CLAIM ->
                "select e.claim, max(x.created_at) from tagging x cross join lateral claim_end(x.claim_id) e where x.claim_id is not null and ";
            case STATEMENT -> """
                    select s.id, max(x.created_at) from tagging x join statement s on s.article_version_id = x.article_version_id
                      and (select min(p.span_start) from statement_content_span p where p.statement_id = s.id) = x.content_start
                      and (select max(p.span_end) from statement_content_span p where p.statement_id = s.id) = x.content_end
                    where\s""";
        };
        return rows.longs(
                "select id from (%s x.team_id = :team and x.tag_id = :tag group by 1) as w (id, at) order by at desc, id limit 200"
                        .formatted(found),
                Map.of("team", member.teamId(), "tag", tag));
    }

    private record NotedRow(
            long id,
            @Nullable Long articleId,
            @Nullable Long claimId,
            String body,
            String by,
            Instant createdAt,
            String words,
            String lang,
            @Nullable Integer number,
            @Nullable Integer contentStart,
            @Nullable Integer contentEnd) {}

    static final Falling NEWEST = Falling.by(Falling.number("id"));

    /** The page that an address asks for. */
    Slice<Noted> newest(Member member, Address address, int size) {
        return rows.slice(NotedRow.class, """
                        select n.id, coalesce(n.article_id, v.article_id) as article_id, n.claim_id, n.body, a.name as by,
                               n.created_at, v.number, n.content_start, n.content_end,
                               coalesce(c.text, substr(v.text, n.content_start + 1, n.content_end - n.content_start),
                                 (select y.title from article_version y where y.article_id = n.article_id order by y.number desc limit 1), '') as words,
                               coalesce(c.language, v.language,
                                 (select y.language from article_version y where y.article_id = n.article_id order by y.number desc limit 1), '') as lang
                        from note n join account a on a.id = n.account_id
                        left join claim c on c.id = n.claim_id left join article_version v on v.id = n.article_version_id
                        where n.team_id = :team""", Map.of("team", member.teamId()), new Slice.Asked(NEWEST, address, size))
                .map(found -> found.stream().map(Notes::noted).toList());
    }

    private static Noted noted(NotedRow row) {
        return new Noted(
                row.id(),
                row.body(),
                row.by(),
                row.createdAt(),
                row.words(),
                row.lang(),
                row.claimId() != null
                        ? "/claims/" + row.claimId()
                        : row.number() == null
                                ? "/articles/" + row.articleId()
                                : "/articles/%d?version=%d".formatted(row.articleId(), row.number()),
                row.claimId() != null ? On.CLAIM : row.number() == null ? On.ARTICLE : On.STATEMENT,
                row.articleId(),
                row.number(),
                row.contentStart() == null || row.contentEnd() == null
                        ? null
                        : new TextSpan(row.contentStart(), row.contentEnd()));
    }

    /**
     * A note with what it is about.
     *
     * @param article in which the statement stands, or the article itself; null beside a claim
     * @param version in which the statement stands
     * @param span where it stands there
     */
    record Noted(
            long id,
            String body,
            String by,
            Instant at,
            String words,
            String lang,
            String href,
            On on,
            @Nullable Long article,
            @Nullable Integer version,
            @Nullable TextSpan span) {}

    /**
     * What a note stands beside now.
     *
     * @param claim the one that stays, after all merges
     * @param statement null once a new analysis reads the text differently
     */
    record Beside(long id, @Nullable Long claim, @Nullable Long statement) {}

    /** By the notes' ids. */
    Map<Long, Beside> beside(Member member, Collection<Long> notes) {
        return notes.isEmpty()
                ? Map.of()
                : rows.list(Beside.class, """
                                select n.id, (select e.claim from claim_end(n.claim_id) e) as claim,
                                       (select min(s.id) from statement s where s.article_version_id = n.article_version_id
                                          and (select min(p.span_start) from statement_content_span p where p.statement_id = s.id) = n.content_start
                                          and (select max(p.span_end) from statement_content_span p where p.statement_id = s.id) = n.content_end
                                       ) as statement
                                from note n where n.team_id = :team and n.id in (:notes)""", Map.of("team", member.teamId(), "notes", notes)).stream()
                        .collect(Collectors.toMap(Beside::id, Function.identity()));
    }

    /** Of articles the versions that came last, as a tag's page names them. */
    List<Long> newestVersions(Collection<Long> articles) {
        return articles.isEmpty() ? List.of() : rows.longs("""
                        select id from (select distinct on (v.article_id) v.id, v.article_id from article_version v
                                        where v.article_id in (:articles) order by v.article_id, v.number desc) newest
                        order by article_id""", Map.of("articles", articles));
    }

    long count(Member member) {
        return rows.number("select count(*) from note where team_id = :team", Map.of("team", member.teamId()));
    }

    private static String[] subject(On on) {
        return SUBJECTS.getOrDefault(on, new String[0]);
    }
}
