package org.claimwatch.ingest.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Removes article versions with every text that came from them alone, wherever it was copied to. */
@ApplicationScoped
class Traces {
    /** What an edition's subject says instead of a claim whose text is gone. */
    private static final String REDACTED = "(a text that this named was erased)";

    /** Enough of a claim to find it in a subject, which shortens long ones. */
    private static final int RECOGNISED = 60;

    private final Session session;
    private final ClaimWordings wordings;

    Traces(Session session, ClaimWordings wordings) {
        this.session = session;
        this.wordings = wordings;
    }

    /** Statements, stances, reviews and the archived page's row go with their version by foreign keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remove(List<Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        List<Long> claims = ids("""
                select distinct cs.claim_id from claim_statement cs join statement s on s.id = cs.statement_id
                where s.article_version_id in (:ids)""", versions);
        List<Long> merged = ids("""
                select distinct cs.read_claim_id from claim_statement cs join statement s on s.id = cs.statement_id
                where cs.read_claim_id is not null and s.article_version_id in (:ids)""", versions);
        List<Long> speakers = ids("""
                select distinct a.id from statement s join actor a on a.id in (s.speaker_id, s.read_speaker_id)
                where s.article_version_id in (:ids)""", versions);
        List<Long> stories = ids("""
                select distinct sa.story_id from story_article sa join article_version v on v.article_id = sa.article_id
                where v.id in (:ids)""", versions);
        List<String> titles = session.createNativeQuery(
                        "select distinct title from article_version where id in (:ids)", String.class)
                .setParameter("ids", versions)
                .getResultList();
        List<String> gone = new ArrayList<>(wordings.withoutThoseOf(versions, claims));
        gone.addAll(wordings.of(merged));
        run("delete from article_version where id in (:ids)", versions);
        wordings.replaceMerged(merged);
        run("""
                delete from claim c where c.id in (:ids)
                and not exists (select from claim_statement s where s.claim_id = c.id)
                and not exists (select from claim_statement s where s.read_claim_id = c.id)""", Stream.concat(claims.stream(), merged.stream()).toList());
        run("""
                delete from actor a where a.id in (:ids)
                and not exists (select from statement s where s.speaker_id = a.id)
                and not exists (select from statement s where s.read_speaker_id = a.id)""", speakers);
        forgetNames(speakers);
        leaveStories(stories, titles);
        reachTeamRows();
        gone.forEach(this::redact);
        titles.forEach(this::redact);
    }

    /** An actor that a person merged into another had lent that one its names. */
    private void forgetNames(List<Long> actors) {
        session.createNativeQuery(
                        "select 1 from (select carry_aliases(kin_of_actors(cast(:actors as bigint[])))) as carried",
                        Integer.class)
                .setParameter("actors", actors.toArray(Long[]::new))
                .getSingleResult();
    }

    private void leaveStories(List<Long> stories, List<String> titles) {
        run("""
                delete from story_article sa where sa.story_id in (:ids)
                and not exists (select from article_version v where v.article_id = sa.article_id)""", stories);
        run("""
                delete from story s where s.id in (:ids)
                and not exists (select from story_article sa where sa.story_id = s.id)""", stories);
        for (long story : stories) {
            session.createNativeMutationQuery("""
                            update story s set title = (
                              select coalesce(nullif(v.title, ''), '(untitled)') from story_article sa
                              join article_version v on v.article_id = sa.article_id
                              where sa.story_id = s.id order by v.fetched_at, v.id desc limit 1)
                            where s.id = :story and s.title in (:titles) and not exists (
                              select from story_article sa join article_version v on v.article_id = sa.article_id
                              where sa.story_id = s.id and v.title = s.title)""")
                    .setParameter("story", story)
                    .setParameter("titles", titles)
                    .executeUpdate();
        }
    }

    /** To the end of this transaction: row-level security hides teams' rows from everybody else here. */
    private void reachTeamRows() {
        session.createNativeQuery("select set_config('claimwatch.erasing', 'on', true)", String.class)
                .getSingleResult();
    }

    /** An edition that was sent is sent; but its subject stands in the ledger. */
    private void redact(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (bare.isBlank()) {
            return;
        }
        String known = bare.substring(
                0, bare.offsetByCodePoints(0, Math.min(RECOGNISED, bare.codePointCount(0, bare.length()))));
        session.createNativeMutationQuery(
                        "update digest_issue set subject = :redacted where strpos(subject, :text) > 0")
                .setParameter("redacted", REDACTED)
                .setParameter("text", known)
                .executeUpdate();
    }

    private List<Long> ids(String sql, List<Long> ids) {
        return session.createNativeQuery(sql, Long.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private void run(String sql, List<Long> ids) {
        if (!ids.isEmpty()) {
            session.createNativeMutationQuery(sql).setParameter("ids", ids).executeUpdate();
        }
    }
}
