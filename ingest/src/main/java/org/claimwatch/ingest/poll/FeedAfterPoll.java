package org.claimwatch.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.feed.Skips;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.robots.Visit;
import org.claimwatch.ingest.websub.Subscriptions;
import org.jspecify.annotations.Nullable;

/** Writes down what a poll brought: new articles, the feed's state, and when it is asked next. */
@ApplicationScoped
class FeedAfterPoll {
    /** A feed that announced nothing for so long, though so many entries were due, has stopped yielding. */
    private static final Duration LONG_SILENCE = Duration.ofDays(4);

    private static final double OVERDUE = 20;

    private final DueFeeds feeds;
    private final Rhythms rhythms;
    private final NewArticles newArticles;
    private final Subscriptions subscriptions;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final RefreshPolicy policy = new RefreshPolicy(RandomGenerator.getDefault());

    FeedAfterPoll(
            DueFeeds feeds,
            Rhythms rhythms,
            NewArticles newArticles,
            Subscriptions subscriptions,
            MeterRegistry metrics,
            Clock clock) {
        this.feeds = feeds;
        this.rhythms = rhythms;
        this.newArticles = newArticles;
        this.subscriptions = subscriptions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes part in the caller's transaction.
     *
     * @param started when the feed was asked
     * @param sent what it was asked with
     */
    void apply(long feedId, Instant started, Validators sent, Visit visit, Answer answer) {
        Feed feed = feeds.findById(feedId, LockModeType.PESSIMISTIC_WRITE);
        if (feed == null || feed.state == FeedState.RETIRED) {
            return;
        }
        Instant now = clock.instant();
        NextPoll next = switch (answer) {
            case Answer.Read read -> onFeed(feed, (Visit.Page) visit, read.feed(), sent, now);
            case Answer.Same same -> onSame(feed, visit, sent, now);
            case Answer.Nothing nothing -> onTrouble(feed, visit, nothing.trouble(), now);
        };
        boolean pushed = next.state() == FeedState.ACTIVE && subscriptions.pushedSince(feedId, started);
        feed.lastPollAt = now;
        feed.nextPollAt = pushed ? now : next.at();
        feed.nextPollReason = pushed ? "its hub says that it has changed again" : next.reason();
        feed.state = next.state();
    }

    private NextPoll onFeed(Feed feed, Visit.Page page, ParsedFeed parsed, Validators sent, Instant now) {
        Reply reply = page.reply();
        NewArticles.Added added = newArticles.add(feed, parsed);
        metrics.counter("claimwatch.ingest.articles").increment(added.count());
        ValidatorCheck.onBody(feed, reply, sent, !added.nothing(), now);
        ValidatorCheck.noteClock(feed, reply, now);
        Rhythm before = rhythms.of(id(feed), now);
        Rhythm rhythm = added.nothing() ? before.with(List.of(), now) : rhythms.learn(feed, added, now);
        feed.kind = parsed.kind();
        moveTo(feed, page.movedTo());
        subscriptions.note(feed, reply, parsed, now);
        Duration ttl = parsed.ttl() == null ? Duration.ZERO : parsed.ttl();
        Wish wish = new Wish(RefreshPolicy.max(ttl, reply.maxAge()), parsed.skips());
        succeeded(feed, now);
        if (added.nothing()) {
            setTrouble(feed, yieldingNoMore(feed, before, parsed.entries().isEmpty(), now), now);
            var asked = new RefreshPolicy.Asked(now, feed.lastNewEntryAt, rhythm, wish);
            return subscriptions.areRelied(id(feed), feed.lastPollAt, false, now)
                    ? policy.onSubscribed(asked)
                    : policy.onNothingNew(asked);
        }
        setTrouble(feed, Optional.empty(), now);
        feed.lastNewEntryAt = now;
        var asked = new RefreshPolicy.Asked(now, now, rhythm, wish);
        return subscriptions.areRelied(id(feed), feed.lastPollAt, true, now)
                ? policy.onSubscribed(asked)
                : policy.onNewEntries(asked, added.count());
    }

    private NextPoll onSame(Feed feed, Visit visit, Validators sent, Instant now) {
        Rhythm before = rhythms.of(id(feed), now);
        Reply reply;
        if (visit instanceof Visit.Page page) {
            reply = page.reply();
            ValidatorCheck.onBody(feed, reply, sent, false, now);
            moveTo(feed, page.movedTo());
        } else {
            reply = ((Visit.NotModified) visit).reply();
            ValidatorCheck.onNotModified(feed, now);
        }
        ValidatorCheck.noteClock(feed, reply, now);
        succeeded(feed, now);
        setTrouble(feed, yieldingNoMore(feed, before, false, now), now);
        var asked = new RefreshPolicy.Asked(
                now, feed.lastNewEntryAt, before.with(List.of(), now), new Wish(reply.maxAge(), Skips.NONE));
        if (subscriptions.areRelied(id(feed), feed.lastPollAt, false, now)) {
            return policy.onSubscribed(asked);
        }
        return visit instanceof Visit.Page ? policy.onNothingNew(asked) : policy.onNotModified(asked);
    }

    private NextPoll onTrouble(Feed feed, Visit visit, Trouble trouble, Instant now) {
        feed.lastError = trouble.evidence();
        feed.consecutiveFailures++;
        setTrouble(feed, Optional.of(trouble), now);
        var asked = new RefreshPolicy.Asked(now, feed.lastNewEntryAt, Rhythm.unknown(now), Wish.NONE);
        return switch (visit) {
            case Visit.TooManyRequests wait ->
                policy.onTooManyRequests(asked, wait.retryAfter(), feed.consecutiveFailures);
            case Visit.Disallowed no -> policy.onDisallowed(asked);
            case Visit.Gone gone -> policy.onGone(asked);
            default -> policy.onFailure(asked, feed.consecutiveFailures);
        };
    }

    /** @param rhythm as of the feed's newest entry */
    private static Optional<Trouble> yieldingNoMore(Feed feed, Rhythm rhythm, boolean empty, Instant now) {
        Instant last = feed.lastNewEntryAt;
        if (last == null) {
            return Optional.empty();
        }
        double due = rhythm.expected(last, now);
        boolean silent = due >= OVERDUE && Duration.between(last, now).compareTo(LONG_SILENCE) >= 0;
        if (!silent && !(empty && due >= 1)) {
            return Optional.empty();
        }
        boolean links = feed.kind == FeedKind.SECTION_PAGE || feed.kind == FeedKind.SITEMAP;
        String evidence = empty
                ? "it answers, but holds no entry any more"
                : String.format(
                        Locale.ENGLISH,
                        "it answers, but the newest entry came %s ago; usual are %.0f in that time",
                        RefreshPolicy.inWords(Duration.between(last, now)),
                        due);
        return Optional.of(
                new Trouble(empty && links ? FeedTrouble.NO_LINKS : FeedTrouble.STOPPED_YIELDING, null, evidence));
    }

    /** What is seen again keeps the time of its first sight; what is gone is forgotten. */
    private static void setTrouble(Feed feed, Optional<Trouble> trouble, Instant now) {
        FeedTrouble kind = trouble.map(Trouble::kind).orElse(null);
        if (kind != feed.trouble) {
            feed.troubleSince = kind == null ? null : now;
        }
        feed.trouble = kind;
        feed.troubleStatus = trouble.map(Trouble::status).orElse(null);
        feed.troubleEvidence = trouble.map(Trouble::evidence).orElse(null);
    }

    /**
     * A permanent redirect is followed for good, unless another feed has that address already, or it leads to a home
     * page: that is where hosts send whoever asks for something that is no more.
     */
    private void moveTo(Feed feed, @Nullable URI address) {
        if (address == null || (isHomePage(address) && !isHomePage(URI.create(feed.url)))) {
            return;
        }
        if (feeds.count("url", address.toString()) == 0) {
            feed.url = address.toString();
            ValidatorCheck.onMove(feed);
        }
    }

    private static boolean isHomePage(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return address.getQuery() == null
                && path.matches("/?|/[a-z]{2}(-[A-Za-z]{2})?/?|/(index|home|default)(\\.\\w+)?");
    }

    private static void succeeded(Feed feed, Instant now) {
        feed.lastSuccessAt = now;
        feed.lastError = null;
        feed.consecutiveFailures = 0;
    }

    private static long id(Feed feed) {
        return Objects.requireNonNull(feed.id);
    }
}
