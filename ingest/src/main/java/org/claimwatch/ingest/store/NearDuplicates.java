package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.ingest.duplicate.Likeness;
import org.claimwatch.ingest.duplicate.LiveBlog;
import org.claimwatch.ingest.duplicate.Shingles;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which articles of other outlets have nearly the same text? They are linked, never merged. */
@ApplicationScoped
class NearDuplicates {
    /** Of those that share a band, the ones that share most are compared word for word. */
    private static final int COMPARED = 50;

    static final String SHARING = """
            with found as materialized (
              select article_id, article_version_id, bands from article_signature
              where bands && cast(:bands as integer[]))
            select found.article_version_id from found join article a on a.id = found.article_id
            where a.outlet_id <> :outlet
            order by cardinality(array(
              select unnest(found.bands) intersect select unnest(cast(:bands as integer[])))) desc,
              found.article_version_id
            limit :compared""";

    private final Session session;
    private final Clock clock;

    NearDuplicates(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Two versions and what they have in common. */
    record Pair(ArticleVersion earlier, ArticleVersion later, Likeness likeness) {}

    /** The version with its article and outlet, unless a newer one has taken its place. */
    @Nullable ArticleVersion newest(long versionId) {
        return session.createQuery("""
                        from ArticleVersion v join fetch v.article a join fetch a.outlet
                        where v.id = :id and not exists (
                          from ArticleVersion n where n.article = v.article and n.number > v.number)""", ArticleVersion.class)
                .setParameter("id", versionId)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    void sign(ArticleVersion version, int[] bands) {
        session.createNativeMutationQuery("""
                        insert into article_signature (article_id, article_version_id, bands)
                        select a.id, v.id, cast(:bands as integer[])
                        from article_version v join article a on a.id = v.article_id where v.id = :version
                        on conflict (article_id) do update
                        set article_version_id = excluded.article_version_id, bands = excluded.bands""")
                .setParameter("version", version.id)
                .setParameter("bands", array(bands))
                .executeUpdate();
    }

    /** Takes the place of what was linked to the article's versions before. */
    List<Pair> link(ArticleVersion version, Shingles shingles, int[] bands) {
        List<Pair> pairs = candidates(version, bands).stream()
                .flatMap(other -> pair(version, shingles, other).stream())
                .toList();
        if (pairs.isEmpty() && !isLinked(version)) {
            return pairs;
        }
        // Whose words a claim is follows from the pairs.
        session.createNativeQuery("select 1 from (select hold_claims()) as held", Integer.class)
                .getSingleResult();
        session.createNativeMutationQuery("""
                        delete from near_duplicate where (earlier_article_id = :article or later_article_id = :article)
                        and (earlier_article_id, later_article_id) not in (
                          select p.earlier, p.later
                          from unnest(cast(:earlier as bigint[]), cast(:later as bigint[])) as p (earlier, later))""")
                .setParameter("article", version.article.id)
                .setParameter("earlier", ids(pairs.stream().map(Pair::earlier).toList()))
                .setParameter("later", ids(pairs.stream().map(Pair::later).toList()))
                .executeUpdate();
        pairs.forEach(this::insert);
        return pairs;
    }

    private boolean isLinked(ArticleVersion version) {
        return session.createNativeQuery("""
                        select exists (select from near_duplicate
                          where earlier_article_id = :article or later_article_id = :article)""", Boolean.class)
                .setParameter("article", version.article.id)
                .getSingleResult();
    }

    /** Those of other outlets that share a band, most shared bands first. */
    private List<ArticleVersion> candidates(ArticleVersion version, int[] bands) {
        if (bands.length == 0) {
            return List.of();
        }
        onlyByBand(true);
        List<Long> sharing = session.createNativeQuery(SHARING, Long.class)
                .setParameter("bands", array(bands))
                .setParameter("outlet", version.article.outlet.id)
                .setParameter("compared", COMPARED)
                .getResultList();
        onlyByBand(false);
        return session.createQuery(
                        "from ArticleVersion v join fetch v.article a join fetch a.outlet where v.id in :ids",
                        ArticleVersion.class)
                .setParameter("ids", sharing)
                .getResultList();
    }

    /** PostgreSQL guesses that a seventh of all texts share a band and would read them all; in truth a handful do. */
    private void onlyByBand(boolean only) {
        for (String way : List.of("enable_seqscan", "enable_indexscan")) {
            session.createNativeQuery("select set_config(:way, :value, true)", String.class)
                    .setParameter("way", way)
                    .setParameter("value", only ? "off" : "on")
                    .getSingleResult();
        }
    }

    private static Optional<Pair> pair(ArticleVersion version, Shingles shingles, ArticleVersion other) {
        if (LiveBlog.is(other.title, other.article.url, other.text)) {
            return Optional.empty();
        }
        Likeness likeness = Likeness.between(shingles, Shingles.of(other.text));
        boolean first = isBefore(version, other);
        return likeness.isNearDuplicate()
                ? Optional.of(new Pair(first ? version : other, first ? other : version, likeness))
                : Optional.empty();
    }

    /** An outlet that gives a day and no time claims no precedence within that day. */
    private static boolean isBefore(ArticleVersion one, ArticleVersion other) {
        int order = appeared(one).compareTo(appeared(other));
        return order < 0 || (order == 0 && id(one.article.id) < id(other.article.id));
    }

    private static Instant appeared(ArticleVersion version) {
        if (version.publishedAt != null) {
            return version.publishedDayOnly ? version.publishedAt.plus(1, ChronoUnit.DAYS) : version.publishedAt;
        }
        return version.article.announcedAt == null ? version.fetchedAt : version.article.announcedAt;
    }

    private void insert(Pair pair) {
        session.createNativeMutationQuery("""
                        insert into near_duplicate (earlier_article_id, later_article_id, earlier_version_id,
                          later_version_id, similarity, containment, found_at)
                        values (:earlierArticle, :laterArticle, :earlier, :later, :similarity, :containment, :now)
                        on conflict (earlier_article_id, later_article_id) do update
                        set earlier_version_id = excluded.earlier_version_id, later_version_id = excluded.later_version_id,
                            similarity = excluded.similarity, containment = excluded.containment""")
                .setParameter("earlierArticle", pair.earlier().article.id)
                .setParameter("laterArticle", pair.later().article.id)
                .setParameter("earlier", pair.earlier().id)
                .setParameter("later", pair.later().id)
                .setParameter("similarity", pair.likeness().similarity())
                .setParameter("containment", pair.likeness().containment())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static String ids(List<ArticleVersion> versions) {
        return versions.stream()
                .map(version -> Long.toString(id(version.article.id)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static long id(@Nullable Long stored) {
        return Objects.requireNonNull(stored, "not stored yet");
    }
}
