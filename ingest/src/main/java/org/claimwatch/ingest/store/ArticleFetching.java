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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** Does {@link FetchArticle}: page in, version out. */
@ApplicationScoped
public class ArticleFetching {
    /** With a doubling pause the last try comes about a day after the first. */
    private static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    private final ArticleStore store;
    private final PoliteFetcher fetcher;
    private final ArticleExtractor extractor;
    private final MeterRegistry metrics;
    private final Clock clock;

    ArticleFetching(ArticleStore store, PoliteFetcher fetcher, MeterRegistry metrics, Clock clock) {
        this.store = store;
        this.fetcher = fetcher;
        this.extractor = new ArticleExtractor(clock);
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<FetchArticle> task() {
        return Tasks.custom(FetchArticle.TASK)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, clock.instant().plus(pause(complete.getExecution().consecutiveFailures))))
                .execute(this::handle);
    }

    /** Fetches and stores. Done twice, it stores once. */
    @ActivateRequestContext
    CompletionHandler<FetchArticle> handle(TaskInstance<FetchArticle> instance, ExecutionContext context) {
        return fetch(instance.getData().articleId(), context.getExecution().consecutiveFailures);
    }

    @ActivateRequestContext
    CompletionHandler<FetchArticle> fetch(long articleId, int failures) {
        Optional<Article> article = store.find(articleId);
        if (article.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Visit visit = fetcher.visit(article.get().url, Validators.NONE);
        metrics.counter("claimwatch.ingest.fetch", "outcome", visit.getClass().getSimpleName())
                .increment();
        return switch (visit) {
            case Visit.Page page -> {
                read(articleId, article.get().url, page);
                yield new CompletionHandler.OnCompleteRemove<>();
            }
            case Visit.NotModified same -> new CompletionHandler.OnCompleteRemove<>();
            case Visit.Later later -> at(later.at());
            case Visit.TooManyRequests wait ->
                at(wait.retryAfter().orElse(clock.instant().plus(FIRST_PAUSE)));
            case Visit.Disallowed no -> giveUp(articleId, FetchState.DISALLOWED, no.reason());
            case Visit.Gone gone -> giveUp(articleId, FetchState.FAILED, gone.reason());
            case Visit.Failed failed
            when failed.lasting() || failures + 1 >= TRIES -> giveUp(articleId, FetchState.FAILED, failed.reason());
            case Visit.Failed failed -> {
                store.storeFailure(articleId, FetchState.PENDING, failed.reason());
                throw new IllegalStateException(failed.reason());
            }
        };
    }

    private void read(long articleId, String url, Visit.Page page) {
        Timer.Sample timing = Timer.start(metrics);
        ExtractedArticle extracted = extractor.extract(
                PageText.decode(page.reply().body(), page.reply().header("content-type")), url);
        timing.stop(metrics.timer("claimwatch.ingest.extract"));
        if (extracted.text().isEmpty()) {
            store.storeFailure(articleId, FetchState.FAILED, "no article text was found on the page");
            metrics.counter("claimwatch.ingest.store", "outcome", "empty").increment();
            return;
        }
        boolean isNew = store.storeText(articleId, extracted);
        metrics.counter("claimwatch.ingest.store", "outcome", isNew ? "version" : "unchanged")
                .increment();
    }

    private CompletionHandler<FetchArticle> giveUp(long articleId, FetchState state, String reason) {
        store.storeFailure(articleId, state, reason);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private static CompletionHandler<FetchArticle> at(Instant time) {
        return (complete, operations) -> operations.reschedule(complete, time);
    }

    private static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 7));
    }
}
