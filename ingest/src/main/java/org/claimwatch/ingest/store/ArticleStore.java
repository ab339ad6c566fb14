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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.archive.KeptPages;
import org.claimwatch.ingest.duplicate.OriginReader;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.extract.PageMoment;
import org.claimwatch.ingest.fetch.Reply;
import org.jspecify.annotations.Nullable;

/** Keeps what a fetch found out about an article, in one transaction with what is to happen next. */
@ApplicationScoped
public class ArticleStore {
    private final EntityManager entityManager;
    private final LatestVersion latestVersion;
    private final ArticleAddresses addresses;
    private final NextLooks nextLooks;
    private final OriginReader origins = new OriginReader();
    private final KeptPages keptPages;
    private final ErasedAddresses erased;
    private final DataSource dataSource;
    private final Clock clock;

    ArticleStore(
            EntityManager entityManager,
            LatestVersion latestVersion,
            ArticleAddresses addresses,
            NextLooks nextLooks,
            KeptPages keptPages,
            ErasedAddresses erased,
            DataSource dataSource,
            Clock clock) {
        this.entityManager = entityManager;
        this.latestVersion = latestVersion;
        this.addresses = addresses;
        this.nextLooks = nextLooks;
        this.keptPages = keptPages;
        this.erased = erased;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What became of a text that was fetched. */
    public enum Stored {
        /** It is a new version. */
        VERSION,
        /** The newest version says the same. */
        UNCHANGED,
        /** Its page gave the address of an article that is held already; the two are one now. */
        JOINED,
        /** There is no such article any more, or its page is one that was erased. */
        DROPPED
    }

    @Transactional
    public Optional<Article> find(long articleId) {
        return Optional.ofNullable(entityManager.find(Article.class, articleId));
    }

    /**
     * Stores the text as a new version if it says something else than the newest one held, and enqueues its analysis.
     * Storing the same text again changes nothing.
     *
     * @param answer where the page came from and how an unchanged one is recognised
     */
    @Transactional
    public Stored store(long articleId, ExtractedArticle extracted, PageAnswer answer) {
        Article announced = locked(articleId);
        if (announced == null) {
            return Stored.DROPPED;
        }
        if (erased.isKnownBy(announced.outlet, answer.visited(), extracted.canonical())) {
            entityManager.remove(announced);
            return Stored.DROPPED;
        }
        Article article = addresses.settle(announced, extracted, answer.visited());
        boolean joined = !Objects.equals(article.id, announced.id);
        Optional<ArticleVersion> latest = latestVersion.of(article);
        if (joined && latest.isPresent()) {
            return Stored.JOINED;
        }
        boolean isNew = latest.isEmpty() || saysSomethingElse(latest.get(), extracted, article);
        if (isNew) {
            keep(article, extracted, latest.map(version -> version.number).orElse(0) + 1, answer.page());
        }
        article.fetchState = FetchState.FETCHED;
        article.fetchError = null;
        article.missingSince = null;
        article.withdrawnAt = null;
        article.withdrawnReason = null;
        boolean own = answer.isAt(article.url);
        article.etag = own ? answer.validators().etag() : null;
        article.lastModified = own ? answer.validators().lastModified() : null;
        nextLooks.afterPage(article, latestVersion.born(article), latest.isEmpty(), isNew);
        return joined ? Stored.JOINED : isNew ? Stored.VERSION : Stored.UNCHANGED;
    }

    /** The page is as it was. */
    @Transactional
    public void storeUnchanged(long articleId) {
        Article article = locked(articleId);
        if (article != null) {
            article.missingSince = null;
            article.withdrawnAt = null;
            article.withdrawnReason = null;
            nextLooks.afterPage(article, latestVersion.born(article), false, false);
        }
    }

    /** Keeps why there is no text. A text that is held already stays. */
    @Transactional
    public void storeFailure(long articleId, FetchState state, String reason) {
        Article article = locked(articleId);
        if (article == null) {
            return;
        }
        if (article.fetchState == FetchState.FETCHED) {
            nextLooks.afterFailure(article, latestVersion.born(article));
        } else {
            article.fetchState = state;
            article.fetchError = reason;
        }
    }

    /**
     * The outlet says that there is no such page. An article with a text is marked as withdrawn since then, once it is
     * sure: a single 404 may be a slip.
     *
     * @param forGood whether the outlet says so itself
     */
    @Transactional
    public void storeMissing(long articleId, String reason, boolean forGood) {
        Article article = locked(articleId);
        if (article == null || article.fetchState != FetchState.FETCHED) {
            storeFailure(articleId, FetchState.FAILED, reason);
            return;
        }
        boolean again = article.missingSince != null;
        article.missingSince = again ? article.missingSince : clock.instant();
        if ((forGood || again) && article.withdrawnAt == null) {
            article.withdrawnAt = article.missingSince;
            article.withdrawnReason = reason;
        }
        nextLooks.afterMissing(article, latestVersion.born(article));
    }

    private static boolean saysSomethingElse(ArticleVersion held, ExtractedArticle extracted, Article article) {
        String title = titleOf(extracted, article);
        return !held.contentHash.equals(hash(title, extracted.text()))
                && !(Substance.of(held.title).sameAs(Substance.of(title))
                        && Substance.of(held.text).sameAs(Substance.of(extracted.text())));
    }

    private void keep(Article article, ExtractedArticle extracted, int number, @Nullable Reply page) {
        String title = titleOf(extracted, article);
        String hash = hash(title, extracted.text());
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
        if (page != null) {
            keptPages.keep(Objects.requireNonNull(article.id), Objects.requireNonNull(version.id), page);
        }
        keepOrigin(version);
        enqueueWhatFollows(version);
    }

    private void keepOrigin(ArticleVersion version) {
        origins.read(version.text, List.of(version.authors), version.article.outlet.name)
                .ifPresent(origin -> entityManager
                        .createNativeQuery("""
                                insert into named_origin (article_version_id, name, evidence, span_start, span_end)
                                values (:version, :name, :evidence, cast(:start as integer), cast(:end as integer))""")
                        .setParameter("version", version.id)
                        .setParameter("name", origin.name())
                        .setParameter("evidence", origin.evidence())
                        .setParameter("start", origin.inText() ? origin.start() : null)
                        .setParameter("end", origin.inText() ? origin.end() : null)
                        .executeUpdate());
    }

    private @Nullable Article locked(long articleId) {
        return entityManager.find(Article.class, articleId, LockModeType.PESSIMISTIC_WRITE);
    }

    private void enqueueWhatFollows(ArticleVersion version) {
        long id = version.id == null ? 0 : version.id;
        Queue.INGEST
                .client(dataSource)
                .scheduleIfNotExists(LinkDuplicates.TASK
                        .instance(Long.toString(id))
                        .data(new LinkDuplicates(id))
                        .scheduledTo(clock.instant()));
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
