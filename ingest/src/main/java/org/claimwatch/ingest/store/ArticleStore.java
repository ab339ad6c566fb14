package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.extract.PageMoment;
import org.jspecify.annotations.Nullable;

/** Keeps what a fetch found out about an article, in one transaction with what is to happen next. */
@ApplicationScoped
public class ArticleStore {
    private final EntityManager entityManager;
    private final LatestVersion latestVersion;
    private final DataSource dataSource;
    private final Clock clock;

    ArticleStore(EntityManager entityManager, LatestVersion latestVersion, DataSource dataSource, Clock clock) {
        this.entityManager = entityManager;
        this.latestVersion = latestVersion;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Transactional
    public Optional<Article> find(long articleId) {
        return Optional.ofNullable(entityManager.find(Article.class, articleId));
    }

    /**
     * Stores the text as a new version if it differs from the newest one held, and enqueues its analysis. Storing the
     * same text again changes nothing.
     *
     * @return whether a version was made
     */
    @Transactional
    public boolean storeText(long articleId, ExtractedArticle extracted) {
        Article article = locked(articleId);
        if (article == null) {
            return false;
        }
        article.fetchState = FetchState.FETCHED;
        article.fetchError = null;
        String title = titleOf(extracted, article);
        String hash = hash(title, extracted.text());
        Optional<ArticleVersion> latest = latestVersion.of(article);
        if (latest.isPresent() && latest.get().contentHash.equals(hash)) {
            return false;
        }
        int number = latest.map(version -> version.number).orElse(0) + 1;
        ArticleVersion version = new ArticleVersion(article, number, title, extracted.text(), hash, clock.instant());
        version.language = extracted.language();
        version.authors = extracted.authors().toArray(String[]::new);
        version.section = extracted.section();
        version.imageUrl = extracted.image();
        PageMoment printed = extracted.published();
        version.publishedAt = published(printed, article.announcedAt);
        version.publishedDayOnly =
                printed != null && printed.time() == null && printed.instant().equals(version.publishedAt);
        version.modifiedAt =
                extracted.modified() == null ? null : extracted.modified().instant();
        entityManager.persist(version);
        entityManager.flush();
        enqueueAnalysis(version);
        return true;
    }

    /** Keeps why there is no text. A text that is held already stays. */
    @Transactional
    public void storeFailure(long articleId, FetchState state, String reason) {
        Article article = locked(articleId);
        if (article != null && article.fetchState != FetchState.FETCHED) {
            article.fetchState = state;
            article.fetchError = reason;
        }
    }

    private @Nullable Article locked(long articleId) {
        return entityManager.find(Article.class, articleId, LockModeType.PESSIMISTIC_WRITE);
    }

    private void enqueueAnalysis(ArticleVersion version) {
        long id = version.id == null ? 0 : version.id;
        Queue.ANALYSIS
                .client(dataSource)
                .scheduleIfNotExists(AnalyseVersion.TASK
                        .instance(Long.toString(id))
                        .data(new AnalyseVersion(id))
                        .scheduledTo(clock.instant()));
    }

    private static String titleOf(ExtractedArticle extracted, Article article) {
        String title = extracted.title() == null ? article.announcedTitle : extracted.title();
        return title == null ? article.url : title;
    }

    /** A page that knows the day alone leaves the time to the feed, where both speak of about the same day. */
    private static @Nullable Instant published(@Nullable PageMoment page, @Nullable Instant announced) {
        if (page == null) {
            return announced;
        }
        boolean sameDay = announced != null
                && Math.abs(announced.getEpochSecond() - page.instant().getEpochSecond()) < 36 * 3600;
        return (page.time() == null || page.zone() == null) && sameDay ? announced : page.instant();
    }

    private static String hash(String title, String text) {
        try {
            byte[] bytes = (title + "\n\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
