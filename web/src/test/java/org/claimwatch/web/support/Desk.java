package org.claimwatch.web.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.digest.Digest;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.review.Review;
import org.claimwatch.web.review.Verdict;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.security.TeamRows;

/** What a team saves, put there without its pages. */
@ApplicationScoped
public class Desk {
    private final EntityManager entities;
    private final TeamRows teams;

    Desk(EntityManager entities, TeamRows teams) {
        this.entities = entities;
        this.teams = teams;
    }

    /** The rows that one team made. */
    public record Made(long monitor, long digest, long review) {}

    /** One monitor with its digest and one review, with names that can be looked for. */
    public Made make(String slug, String name, String query, Instant now, String... recipients) {
        return in(slug, () -> {
            Team team = entities.getReference(Team.class, teamId(slug));
            Account account = account(slug);
            var monitor = new Monitor(team, name, query, account, now);
            entities.persist(monitor);
            var digest = new Digest(team, monitor, LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), recipients, now);
            entities.persist(digest);
            Statement statement = entities.createQuery("from Statement order by id", Statement.class)
                    .setMaxResults(1)
                    .getSingleResult();
            var review = new Review(team, account, statement, Verdict.ACCEPTED, "Comment on " + name, now);
            entities.persist(review);
            return new Made(monitor.id, digest.id, review.id);
        });
    }

    /** What a test reads or writes of a team's rows: nobody sees them without saying whose. */
    public <T> T in(String slug, Supplier<T> work) {
        return teams.of(teamId(slug), work);
    }

    /** The team is made if there is none, as the first sign-in of a member does. */
    public long teamId(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select set_config('claimwatch.signing_in', '0', true)", String.class)
                    .getSingleResult();
            entities.createNativeQuery(
                            "insert into team (slug, name) values (:slug, upper(left(:slug, 1)) || replace(substr(:slug, 2), '-', ' '))"
                                    + " on conflict do nothing")
                    .setParameter("slug", slug)
                    .executeUpdate();
            return ((Number) entities.createNativeQuery("select id from team where slug = :slug")
                            .setParameter("slug", slug)
                            .getSingleResult())
                    .longValue();
        });
    }

    private Account account(String slug) {
        entities.createNativeQuery(
                        "insert into account (subject, name) values (:subject, 'Somebody of ' || :slug) on conflict do nothing")
                .setParameter("subject", "member-of-" + slug)
                .setParameter("slug", slug)
                .executeUpdate();
        return entities.createQuery("from Account where subject = :subject", Account.class)
                .setParameter("subject", "member-of-" + slug)
                .getSingleResult();
    }

    /** Which table the pages of each place are about, as its columns and a row of a team. */
    private static final Map<String, String> ROWS = Map.of(
            "coding",
            "coding_round (team_id, name, created_by, created_at) select :team, 'A round', a.id, now()",
            "shares",
            """
            share_link (team_id, name, query, token_hash, created_by, created_at, expires_at)
            select :team, 'A list', 'vaccine', encode(sha256(convert_to('s' || :team, 'UTF8')), 'hex'), a.id, now(), now() + interval '9 days'""",
            "invitations",
            """
            invitation (team_id, email, role, token_hash, invited_by, created_at, expires_at)
            select :team, 'x@example.org', 'VIEWER', encode(sha256(convert_to('i' || :team, 'UTF8')), 'hex'), a.id, now(), now() + interval '9 days'""",
            "tags",
            "tag (team_id, name, created_by, created_at) select :team, 'a tag', a.id, now()",
            "notes",
            """
            note (team_id, body, article_id, account_id, created_at)
            select :team, 'A note', (select min(id) from article), a.id, now()""",
            "searches",
            "saved_search (team_id, name, query, created_by) select :team, 'A search', 'vaccine', a.id",
            "verdicts",
            """
            claim_verdict (team_id, claim_id, words, claimant_person, rating, rating_value, rating_best, explanation, url,
              organisation, account_id, given_at)
            select :team, (select min(id) from claim), 'Words', true, 'False', 1, 5, '', 'https://check.example/', 'Org', a.id, now()""",
            "members",
            "membership (team_id, account_id, role, granted_role) select :team, a.id, 'VIEWER', 'VIEWER'");

    /** The id of one row of a team by the place below its address; every place whose routes take an id has one. */
    public Map<String, Long> oneOfEach(String slug, Made made) {
        var ids = new HashMap<String, Long>();
        ids.put("monitors", made.monitor());
        ids.put("digests", made.digest());
        ids.put("mine", made.digest());
        ids.put("alerts", made.monitor());
        ids.put("reviews", made.review());
        long team = teamId(slug);
        ROWS.forEach((place, row) -> ids.put(
                place,
                in(
                        slug,
                        () -> ((Number) entities.createNativeQuery("insert into " + row
                                                + " from account a where a.subject = :subject returning id")
                                        .setParameter("team", team)
                                        .setParameter("subject", "member-of-" + slug)
                                        .getSingleResult())
                                .longValue())));
        return ids;
    }

    /** A digest of each of the tables that people write: equal as long as nobody changes a row. */
    public Map<String, String> digests(String slug) {
        long team = teamId(slug);
        return in(slug, () -> {
            var digests = new TreeMap<String, String>();
            for (String table : List.of(
                    "monitor",
                    "review",
                    "coding_round",
                    "share_link",
                    "invitation",
                    "membership",
                    "tag",
                    "note",
                    "saved_search",
                    "claim_verdict")) {
                digests.put(table, (String) entities.createNativeQuery("""
                                select coalesce(md5(string_agg(cast(t as text), '|' order by t.id)), '') from %s t
                                where team_id = :team""".formatted(table))
                        .setParameter("team", team)
                        .getSingleResult());
            }
            return digests;
        });
    }

    /** A tag and notes beside a claim, an article and a statement, and a merge that was undone; the tag's id. */
    public long annotated(String slug, long claim) {
        return in(slug, () -> {
            Map<String, Object> known = Map.of("team", teamId(slug), "claim", claim, "subject", "member-of-" + slug);
            long tag = insert("""
                    insert into tag (team_id, name, created_by, created_at)
                    select :team, 'to be checked', id, now() from account where subject = :subject and :claim > 0
                    on conflict (team_id, lower(name)) do update set name = excluded.name returning id""", known);
            for (String table : List.of("tagging (tag_id, created_at, ", "note (body, created_at, ")) {
                String value = table.startsWith("note")
                        ? "'Ask the ministry; the figure is from 2 July.'"
                        : Long.toString(tag);
                for (String[] subject : new String[][] {
                    {"claim_id", ":claim"},
                    {"article_id", "(select min(id) from article where :claim > 0)"},
                    {"article_version_id, content_start, content_end", """
                        s.article_version_id, (select min(span_start) from statement_content_span p where p.statement_id = s.id),
                        (select max(span_end) from statement_content_span p where p.statement_id = s.id)"""}
                }) {
                    insert("""
                            insert into %steam_id, account_id, %s) select %s, now(), :team, a.id, %s from account a,
                              (select t.* from statement t join claim_statement c on c.statement_id = t.id
                               where c.claim_id = :claim order by t.id limit 1) s
                            where a.subject = :subject on conflict do nothing returning id""".formatted(table, subject[0], value, subject[1]), known);
                }
            }
            insert("""
                    insert into claim_identity (from_claim_id, to_claim_id, split, decided_by, decided_at, undone_by, undone_at)
                    select (select min(id) from claim where id <> :claim), :claim, false, id, now(), id, now()
                    from account where subject = :subject and :team > 0 returning id""", known);
            return tag;
        });
    }

    /** A round of blind coding that two are through with and read differently; the round's id. */
    public long coded(String slug) {
        return in(slug, () -> {
            long team = teamId(slug);
            long round = insert("""
                    insert into coding_round (team_id, name, created_by, created_at, closed_at)
                    select :team, 'Coded twice', min(id), now(), now() from account returning id""", Map.of("team", team));
            insert("""
                    insert into coding_item (team_id, round_id, article_version_id, content_start, content_end)
                    select :team, :round, id, 0, 1 from article_version order by id limit 3 returning id""", Map.of("team", team, "round", round));
            insert("""
                    insert into coding (team_id, item_id, account_id, form, speaker, polarity, coded_at)
                    select :team, i.id, a.id, 'DIRECT', 'Somebody',
                           case when i.place = 1 or a.place = 1 then 'FAVOR' else 'AGAINST' end, now()
                    from (select id, row_number() over (order by id) as place from coding_item where round_id = :round) i
                    cross join (select id, row_number() over (order by id) as place from account order by id limit 2) a
                    returning id""", Map.of("team", team, "round", round));
            return round;
        });
    }

    private long insert(String sql, Map<String, ?> parameters) {
        var query = entities.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        List<?> ids = query.getResultList();
        return ids.isEmpty() ? -1 : ((Number) ids.getFirst()).longValue();
    }

    public void verdict(String slug, long claim) {
        in(slug, () -> insert("""
                        insert into claim_verdict (team_id, claim_id, words, claimant_person, rating, rating_value,
                          rating_best, explanation, url, organisation, account_id, given_at)
                        select :team, :claim, 'Words', true, 'False', 1, 5, '', 'https://check.example/', 'Org', id, now()
                        from account where subject = :subject returning id""", Map.of("team", teamId(slug), "claim", claim, "subject", "member-of-" + slug)));
    }

    /** What may be a fact-check of a claim, in an article of the press; the link's id. */
    public long checkOf(long claim, long article, String words) {
        return QuarkusTransaction.requiringNew()
                .call(() -> insert("""
                        with c as (
                          insert into fact_check (article_version_id, position, claim, claimant, rating)
                          select max(id), 0, :words, 'A. Claimant', 'Half true' from article_version
                          where article_id = :article returning id)
                        insert into fact_check_link (fact_check_id, claim_id, opposite, confidence)
                        select id, :claim, false, 0.93 from c returning id""", Map.of("words", words, "article", article, "claim", claim)));
    }

    public void forgetChecks() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from fact_check").executeUpdate());
    }

    /** How many rows all teams together have. */
    public long count(String table) {
        return teams.onRounds(() -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }
}
