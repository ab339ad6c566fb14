package org.claimwatch.ingest.poll;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.task.PollFeed;
import org.claimwatch.ingest.feed.ArticleShapes;
import org.claimwatch.ingest.feed.FeedEntry;
import org.claimwatch.ingest.feed.FeedParser;
import org.claimwatch.ingest.feed.NotAFeedException;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.robots.Visit;
import org.jspecify.annotations.Nullable;

/** Does {@link PollFeed}: asks a feed what is new. */
@ApplicationScoped
public class FeedPolling {
    private final DueFeeds feeds;
    private final NewArticles newArticles;
    private final LearntAddresses learnt;
    private final PoliteFetcher fetcher;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final RefreshPolicy policy = new RefreshPolicy(RandomGenerator.getDefault());

    FeedPolling(
            DueFeeds feeds,
            NewArticles newArticles,
            LearntAddresses learnt,
            PoliteFetcher fetcher,
            MeterRegistry metrics,
            Clock clock) {
        this.feeds = feeds;
        this.newArticles = newArticles;
        this.learnt = learnt;
        this.fetcher = fetcher;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<PollFeed> task() {
        return Tasks.custom(PollFeed.TASK)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> poll(instance.getData().feedId()));
    }

    /** Polls once. Done twice, it adds each article once. */
    @ActivateRequestContext
    CompletionHandler<PollFeed> poll(long feedId) {
        Feed asked = QuarkusTransaction.requiringNew().call(() -> feeds.findById(feedId));
        if (asked == null || asked.state == FeedState.RETIRED) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Visit visit = fetcher.visit(asked.url, new Validators(asked.etag, asked.lastModified));
        metrics.counter("claimwatch.ingest.poll", "outcome", visit.getClass().getSimpleName())
                .increment();
        if (visit instanceof Visit.Later later) {
            return (complete, operations) -> operations.reschedule(complete, later.at());
        }
        Answer answer = read(asked, visit);
        QuarkusTransaction.requiringNew().run(() -> apply(feedId, visit, answer));
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /** What came, read outside the transaction: the feed, or why there is none. */
    private record Answer(
            @Nullable ParsedFeed feed, @Nullable String problem) {}

    private Answer read(Feed asked, Visit visit) {
        if (!(visit instanceof Visit.Page page)) {
            return new Answer(null, null);
        }
        Reply reply = page.reply();
        try {
            return new Answer(
                    FeedParser.parse(
                            reply.body(), reply.header("content-type"), reply.url(), asked.kind, knownAddresses(asked)),
                    null);
        } catch (NotAFeedException e) {
            return new Answer(null, e.getMessage());
        }
    }

    /** A section page alone leaves open which of its links are articles. */
    private ArticleShapes knownAddresses(Feed asked) {
        boolean mayBePage = asked.kind == null || asked.kind == FeedKind.SECTION_PAGE;
        return mayBePage
                ? QuarkusTransaction.requiringNew().call(() -> learnt.forFeed(Objects.requireNonNull(asked.id)))
                : ArticleShapes.UNKNOWN;
    }

    private void apply(long feedId, Visit visit, Answer answer) {
        Feed feed = feeds.findById(feedId, LockModeType.PESSIMISTIC_WRITE);
        if (feed == null) {
            return;
        }
        Instant now = clock.instant();
        NextPoll next = switch (visit) {
            case Visit.Page page when answer.feed() != null -> onFeed(feed, page, answer.feed(), now);
            case Visit.Page page -> onProblem(feed, Objects.requireNonNull(answer.problem()), now);
            case Visit.NotModified same -> {
                succeeded(feed, now);
                yield policy.onNotModified(asked(feed, now, same.reply().maxAge()));
            }
            case Visit.TooManyRequests wait -> {
                failed(feed, "the host answered that it is asked too often");
                yield policy.onTooManyRequests(
                        asked(feed, now, Duration.ZERO), wait.retryAfter(), feed.consecutiveFailures);
            }
            case Visit.Disallowed no -> {
                failed(feed, no.reason());
                yield policy.onDisallowed(asked(feed, now, Duration.ZERO));
            }
            case Visit.Gone gone -> {
                failed(feed, gone.reason());
                yield policy.onGone(asked(feed, now, Duration.ZERO));
            }
            case Visit.Failed failed -> onProblem(feed, failed.reason(), now);
            case Visit.Later later -> throw new IllegalStateException("nothing was asked yet");
        };
        feed.lastPollAt = now;
        feed.nextPollAt = next.at();
        feed.nextPollReason = next.reason();
        feed.state = next.state();
    }

    private NextPoll onFeed(Feed feed, Visit.Page page, ParsedFeed parsed, Instant now) {
        int added = newArticles.add(feed, parsed);
        metrics.counter("claimwatch.ingest.articles").increment(added);
        succeeded(feed, now);
        feed.kind = parsed.kind();
        feed.etag = page.reply().header("etag");
        feed.lastModified = page.reply().header("last-modified");
        moveTo(feed, page.movedTo());
        Duration ttl = parsed.ttl() == null ? Duration.ZERO : parsed.ttl();
        Duration maxAge = page.reply().maxAge();
        RefreshPolicy.Asked asked = asked(feed, now, ttl.compareTo(maxAge) > 0 ? ttl : maxAge);
        if (added == 0) {
            return policy.onNothingNew(asked);
        }
        feed.lastNewEntryAt = now;
        return policy.onNewEntries(
                asked,
                added,
                parsed.entries().stream()
                        .map(FeedEntry::published)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private NextPoll onProblem(Feed feed, String reason, Instant now) {
        failed(feed, reason);
        return policy.onFailure(asked(feed, now, Duration.ZERO), feed.consecutiveFailures);
    }

    /** A permanent redirect is followed for good, unless another feed has that address already. */
    private void moveTo(Feed feed, @Nullable URI address) {
        if (address != null && feeds.count("url", address.toString()) == 0) {
            feed.url = address.toString();
        }
    }

    private static RefreshPolicy.Asked asked(Feed feed, Instant now, Duration wish) {
        return new RefreshPolicy.Asked(now, feed.lastPollAt, feed.lastNewEntryAt, wish);
    }

    private static void succeeded(Feed feed, Instant now) {
        feed.lastSuccessAt = now;
        feed.lastError = null;
        feed.consecutiveFailures = 0;
    }

    private static void failed(Feed feed, String reason) {
        feed.lastError = reason;
        feed.consecutiveFailures++;
    }
}
