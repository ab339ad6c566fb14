package org.claimwatch.ingest.poll;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.task.PollFeed;
import org.claimwatch.ingest.feed.ArticleShapes;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.robots.Visit;

/** Does {@link PollFeed}: asks a feed what is new. */
@ApplicationScoped
public class FeedPolling {
    private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

    private final DueFeeds feeds;
    private final Rhythms rhythms;
    private final LearntAddresses learnt;
    private final FeedAfterPoll afterPoll;
    private final PoliteFetcher fetcher;
    private final PollConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    FeedPolling(
            DueFeeds feeds,
            Rhythms rhythms,
            LearntAddresses learnt,
            FeedAfterPoll afterPoll,
            PoliteFetcher fetcher,
            PollConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.feeds = feeds;
        this.rhythms = rhythms;
        this.learnt = learnt;
        this.afterPoll = afterPoll;
        this.fetcher = fetcher;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<PollFeed> task() {
        return Tasks.custom(PollFeed.TASK)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> poll(instance.getData().feedId()));
    }

    /** A feed as it was before it was asked, and with what it is asked. */
    private record Question(Feed feed, Validators validators) {}

    /** Polls once. Done twice, it adds each article once. */
    @ActivateRequestContext
    CompletionHandler<PollFeed> poll(long feedId) {
        Instant started = clock.instant();
        Question question = QuarkusTransaction.requiringNew().call(() -> {
            Feed feed = feeds.findById(feedId);
            return feed == null || feed.state == FeedState.RETIRED
                    ? null
                    : new Question(feed, ValidatorCheck.toSend(feed, rhythms.of(feedId, started), started));
        });
        if (question == null) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Visit visit = fetcher.visit(question.feed.url, question.validators);
        metrics.counter("claimwatch.ingest.poll", "outcome", visit.getClass().getSimpleName())
                .increment();
        if (visit instanceof Visit.Later later) {
            sayThatItWaits(feedId, later.at(), started);
            return (complete, operations) -> operations.reschedule(complete, later.at());
        }
        Answer answer = AnswerReader.read(question.feed, visit, knownAddresses(question.feed, visit));
        QuarkusTransaction.requiringNew()
                .run(() -> afterPoll.apply(feedId, started, question.validators, visit, answer));
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /** A section page alone leaves open which of its links are articles. */
    private ArticleShapes knownAddresses(Feed asked, Visit visit) {
        boolean mayBePage = visit instanceof Visit.Page && (asked.kind == null || asked.kind == FeedKind.SECTION_PAGE);
        return mayBePage
                ? QuarkusTransaction.requiringNew().call(() -> learnt.forFeed(Objects.requireNonNull(asked.id)))
                : ArticleShapes.UNKNOWN;
    }

    /** A long wait before a host's door is shown as what it is, and the feed's lease lasts until it is over. */
    private void sayThatItWaits(long feedId, Instant turn, Instant now) {
        if (turn.isAfter(now.plus(WORTH_SAYING))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> feeds.update(
                            "nextPollAt = ?1, nextPollReason = ?2 where id = ?3 and state <> ?4",
                            turn.plus(config.lease()),
                            "it waits for its turn: its host is asked one thing at a time, with pauses",
                            feedId,
                            FeedState.RETIRED));
        }
    }
}
