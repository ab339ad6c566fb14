package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.StanceHolder;
import org.claimwatch.web.reading.Rows;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** One version of an article with what was read in it, for programs. */
@ApplicationScoped
class VersionOfArticle {
    private final Session session;
    private final Rows rows;

    VersionOfArticle(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    /**
     * A version.
     *
     * @param numbers of all versions
     * @param statements by id, in the order of the text
     * @param own stances of the outlet's own voice
     */
    record Shown(
            long id,
            ArticleVersion version,
            List<Integer> numbers,
            @Nullable Long story,
            List<Long> statements,
            List<Stance> own) {}

    /** The version of that number, else the newest that has been read by the machine, else the newest. */
    Optional<Shown> of(long articleId, @Nullable String number) {
        List<ArticleVersion> versions = session.createQuery(
                        "from ArticleVersion v join fetch v.article a where a.id = :article order by v.number",
                        ArticleVersion.class)
                .setParameter("article", articleId)
                .getResultList();
        Optional<ArticleVersion> version = number == null
                ? versions.reversed().stream()
                        .filter(v -> v.analysedAt != null)
                        .findFirst()
                        .or(() -> versions.reversed().stream().findFirst())
                : versions.stream()
                        .filter(v -> number.equals(Integer.toString(v.number)))
                        .findFirst();
        return version.map(v -> shown(articleId, v, versions));
    }

    private Shown shown(long articleId, ArticleVersion version, List<ArticleVersion> versions) {
        long id = Objects.requireNonNull(version.id);
        return new Shown(
                id,
                version,
                versions.stream().map(v -> v.number).toList(),
                rows
                        .longs(
                                "select story_id from story_article where article_id = :article",
                                Map.of("article", articleId))
                        .stream()
                        .findFirst()
                        .orElse(null),
                rows.longs(
                        "select id from statement where article_version_id = :version order by ordinal",
                        Map.of("version", id)),
                session.createQuery(
                                "from Stance st where st.articleVersion = :version and st.holder = :outlet order by st.id",
                                Stance.class)
                        .setParameter("version", version)
                        .setParameter("outlet", StanceHolder.OUTLET)
                        .getResultList());
    }
}
