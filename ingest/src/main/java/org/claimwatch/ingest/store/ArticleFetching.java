package org.claimwatch.ingest.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.robots.Visit;
import org.claimwatch.ingest.wall.Wall;
import org.claimwatch.ingest.wall.WallReader;
import org.jspecify.annotations.Nullable;

/** Does {@link FetchArticle}: pages in, version out. */
@ApplicationScoped
public class ArticleFetching {
    /** With a doubling pause the last try comes about a day after the first. */
    private static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    /** After a fault of ours, such as a database that is away: the outlet has done its part. */
    private static final Duration OWN_FIRST_PAUSE = Duration.ofSeconds(5);

    private final ArticleStore store;
    private final PoliteFetcher fetcher;
    private final FollowingPages following;
    private final ArticleExtractor extractor;
    private final MeterRegistry metrics;
    private final Clock clock;

    ArticleFetching(
            ArticleStore store, PoliteFetcher fetcher, FollowingPages following, MeterRegistry metrics, Clock clock) {
        this.store = store;
        this.fetcher = fetcher;
        this.following = following;
        this.extractor = new ArticleExtractor(clock);
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<FetchArticle> task() {
        return Tasks.custom(FetchArticle.TASK)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete,
                        clock.instant()
                                .plus(pause(
                                        complete.getCause().orElse(null),
                                        complete.getExecution().consecutiveFailures))))
                .execute(this::handle);
    }

    /** Fetches and stores. Done twice, it stores once. */
    @ActivateRequestContext
    CompletionHandler<FetchArticle> handle(TaskInstance<FetchArticle> instance, ExecutionContext context) {
        return fetch(instance.getData().articleId(), context.getExecution().consecutiveFailures);
    }

    @ActivateRequestContext
    CompletionHandler<FetchArticle> fetch(long articleId, int failures) {
        Article article = store.find(articleId).filter(this::isDue).orElse(null);
        if (article == null) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Optional<PagesRead> begun = following.begun(articleId);
        if (begun.isPresent()) {
            return goOn(article, begun.get(), failures);
        }
        boolean again = article.fetchState == FetchState.FETCHED;
        Visit visit = fetcher.visit(
                article.url, again ? new Validators(article.etag, article.lastModified) : Validators.NONE);
        metrics.counter(
                        "claimwatch.ingest.fetch",
                        "outcome",
                        visit.getClass().getSimpleName(),
                        "look",
                        again ? "again" : "first")
                .increment();
        return switch (visit) {
            case Visit.Page page -> read(article, page, failures);
            case Visit.NotModified same -> {
                store.storeUnchanged(articleId);
                yield new CompletionHandler.OnCompleteRemove<>();
            }
            case Visit.Later later -> at(later.at());
            case Visit.TooManyRequests wait ->
                at(wait.retryAfter().orElse(clock.instant().plus(FIRST_PAUSE)));
            case Visit.Disallowed no -> giveUp(articleId, FetchState.DISALLOWED, no.reason());
            case Visit.Gone gone -> missing(articleId, gone.reason(), true);
            case Visit.Failed failed when failed.missing() -> missing(articleId, failed.reason(), false);
            case Visit.Failed failed
            when again || failed.lasting() || failures + 1 >= TRIES ->
                giveUp(articleId, FetchState.FAILED, failed.reason());
            case Visit.Failed failed -> {
                store.storeFailure(articleId, FetchState.PENDING, failed.reason());
                throw new PageNotHadException(failed.reason());
            }
        };
    }

    /** A task that comes twice, or for an article whose next look is later, has nothing to do. */
    private boolean isDue(Article article) {
        return article.expiredAt == null
                && (article.fetchState != FetchState.FETCHED
                        || (article.nextFetchAt != null && !article.nextFetchAt.isAfter(clock.instant())));
    }

    private CompletionHandler<FetchArticle> read(Article article, Visit.Page page, int failures) {
        long articleId = Objects.requireNonNull(article.id);
        URI visited = page.reply().url();
        if (isHomePage(visited, article.url)) {
            return giveUp(articleId, FetchState.FAILED, "the address leads to a home page: " + visited);
        }
        Timer.Sample timing = Timer.start(metrics);
        String html = PageText.decode(page.reply().body(), page.reply().header("content-type"));
        ExtractedArticle extracted = extractor.extract(html, visited.toString());
        timing.stop(metrics.timer("claimwatch.ingest.extract"));
        if (isWall(articleId, page, html, extracted)) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        if (extracted.text().isEmpty()) {
            count("empty");
            return giveUp(articleId, FetchState.FAILED, "no article text was found on the page");
        }
        Optional<PagesRead> first =
                extracted.nextPage() == null ? Optional.empty() : following.begin(articleId, page.reply(), extracted);
        return first.isPresent()
                ? goOn(article, first.get(), failures)
                : stored(store.store(articleId, extracted, PageAnswer.of(page.reply())));
    }

    private CompletionHandler<FetchArticle> goOn(Article article, PagesRead pages, int failures) {
        return switch (following.goOn(article, pages, failures)) {
            case FollowingPages.Outcome.Later later -> at(later.at());
            case FollowingPages.Outcome.Failed failed -> throw new PageNotHadException(failed.reason());
            case FollowingPages.Outcome.Ended ended -> finish(article, ended);
        };
    }

    /** A page that could not be read is no reason to take an article's end for deleted. */
    private CompletionHandler<FetchArticle> finish(Article article, FollowingPages.Outcome.Ended ended) {
        long articleId = Objects.requireNonNull(article.id);
        if (ended.early() != null && store.pagesHeld(articleId) > ended.pages().count()) {
            count("cut_short");
            return giveUp(articleId, FetchState.FAILED, ended.early());
        }
        return stored(store.store(articleId, ended.pages().joined(), PageAnswer.of(ended.pages(), ended.early())));
    }

    private CompletionHandler<FetchArticle> stored(ArticleStore.Stored stored) {
        count(stored.name().toLowerCase(Locale.ROOT));
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void count(String outcome) {
        metrics.counter("claimwatch.ingest.store", "outcome", outcome).increment();
    }

    /** Many outlets lead to their home page from an article that they have taken away. */
    private static boolean isHomePage(URI visited, String url) {
        boolean top = visited.getRawPath().matches("/?") && visited.getRawQuery() == null;
        return top && !url.matches("[^?#]*//[^/?#]+/?(?:[?#].*)?");
    }

    private CompletionHandler<FetchArticle> missing(long articleId, String reason, boolean forGood) {
        store.storeMissing(articleId, reason, forGood);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /** The words of a wall are nobody's article. */
    private boolean isWall(long articleId, Visit.Page page, String html, ExtractedArticle extracted) {
        Optional<Wall> wall = WallReader.insteadOfArticle(page.reply(), html, extracted.text());
        wall.ifPresent(found -> {
            store.storeFailure(articleId, FetchState.FAILED, "no article but a wall came: " + found.evidence());
            count("wall");
        });
        return wall.isPresent();
    }

    private CompletionHandler<FetchArticle> giveUp(long articleId, FetchState state, String reason) {
        store.storeFailure(articleId, state, reason);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private static CompletionHandler<FetchArticle> at(Instant time) {
        return (complete, operations) -> operations.reschedule(complete, time);
    }

    /** What keeps a page from being had; the task comes again. It happens all day, so where in the code is not asked. */
    static final class PageNotHadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PageNotHadException(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * How long until the next try; doubled with each.
     *
     * @param failures tries before this one that failed too, 0 or more
     */
    static Duration pause(@Nullable Throwable cause, int failures) {
        Duration first = cause instanceof PageNotHadException ? FIRST_PAUSE : OWN_FIRST_PAUSE;
        return first.multipliedBy(1L << Math.min(failures, 7));
    }
}
