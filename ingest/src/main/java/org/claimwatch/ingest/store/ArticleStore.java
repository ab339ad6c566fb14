package org.claimwatch.ingest.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.ingest.archive.KeptPages;
import org.claimwatch.ingest.archive.KeptPages.Shelved;
import org.claimwatch.ingest.archive.PageCopy;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps what a fetch found out about an article, in one transaction with what is to happen next. */
@ApplicationScoped
public class ArticleStore {
    private final EntityManager entityManager;
    private final LatestVersion latestVersion;
    private final ArticleAddresses addresses;
    private final NextLooks nextLooks;
    private final NextVersion nextVersion;
    private final KeptPages keptPages;
    private final PagesUnderWay underWay;
    private final ErasedAddresses erased;
    private final Clock clock;

    ArticleStore(
            EntityManager entityManager,
            LatestVersion latestVersion,
            ArticleAddresses addresses,
            NextLooks nextLooks,
            KeptPages keptPages,
            PagesUnderWay underWay,
            ErasedAddresses erased,
            NextVersion nextVersion,
            Clock clock) {
        this.entityManager = entityManager;
        this.latestVersion = latestVersion;
        this.addresses = addresses;
        this.nextLooks = nextLooks;
        this.keptPages = keptPages;
        this.underWay = underWay;
        this.erased = erased;
        this.nextVersion = nextVersion;
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
    public Stored store(long articleId, ExtractedArticle extracted, PageAnswer answer) {
        List<PageCopy> pages = answer.page() == null
                ? answer.pages()
                : keptPages.copy(articleId, answer.page(), null).stream().toList();
        // The archive may be slow, so it is asked before the article is locked; who is wrong about the news loses
        // nothing.
        boolean news =
                !pages.isEmpty() && QuarkusTransaction.joiningExisting().call(() -> isNews(articleId, extracted));
        Shelved file = news ? keptPages.shelve(pages) : pages.isEmpty() ? null : Shelved.later(pages);
        Stored stored =
                QuarkusTransaction.joiningExisting().call(() -> storeLocked(articleId, extracted, answer, file));
        if (file != null) {
            keptPages.dropUnlessKept(file);
        }
        return stored;
    }

    private boolean isNews(long articleId, ExtractedArticle extracted) {
        Article article = entityManager.find(Article.class, articleId);
        return article != null
                && latestVersion
                        .of(article)
                        .map(held -> nextVersion.saysSomethingElse(held, extracted, article))
                        .orElse(true);
    }

    private Stored storeLocked(long articleId, ExtractedArticle extracted, PageAnswer answer, @Nullable Shelved file) {
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
        boolean isNew = latest.isEmpty() || nextVersion.saysSomethingElse(latest.get(), extracted, article);
        if (isNew) {
            long version = nextVersion.keep(
                    article, extracted, latest.map(held -> held.number).orElse(0) + 1);
            if (file != null) {
                keptPages.keep(version, file, answer.endsEarly());
            }
        } else {
            nextVersion.keepChecked(latest.orElseThrow(), extracted.checked());
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
        underWay.clear(articleId);
        return joined ? Stored.JOINED : isNew ? Stored.VERSION : Stored.UNCHANGED;
    }

    /** How many pages the newest text of an article was read from; 0 where there is no text. */
    @Transactional
    public int pagesHeld(long articleId) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("""
                        select 1 + (select count(*) from archived_following_page f where f.article_version_id = v.id)
                        from article_version v where v.article_id = :article order by v.number desc limit 1""", Long.class)
                .setParameter("article", articleId)
                .getResultStream()
                .findFirst()
                .orElse(0L)
                .intValue();
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
        underWay.clear(articleId);
        if (article.fetchState == FetchState.FETCHED) {
            nextLooks.afterFailure(article, latestVersion.born(article));
        } else {
            article.fetchState = state;
            article.fetchError = reason;
        }
    }

    /**
     * The outlet says that there is no such page. An article with a text is marked as withdrawn since then, once it is
     * sure: a single 404 may be a slip, and a task that comes twice is one look.
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
        boolean sure = forGood || nextLooks.isSurelyMissing(article);
        article.missingSince = article.missingSince != null ? article.missingSince : clock.instant();
        if (sure && article.withdrawnAt == null) {
            article.withdrawnAt = article.missingSince;
            article.withdrawnReason = reason;
        }
        nextLooks.afterMissing(article, latestVersion.born(article));
    }

    private @Nullable Article locked(long articleId) {
        return entityManager.find(Article.class, articleId, LockModeType.PESSIMISTIC_WRITE);
    }
}
