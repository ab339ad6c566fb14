package org.claimwatch.ingest.discover;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.task.DiscoverFeeds;
import org.claimwatch.ingest.discover.Searches.Next;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.fetch.WebAddress;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.robots.Visit;

/** Does {@link DiscoverFeeds}: from a home page to the feeds that announce what its outlet publishes. */
@ApplicationScoped
public class FeedDiscovery {
    /** A host with a long crawl delay must not keep a person waiting for a guess. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final int TRIES = 4;

    private final Searches searches;
    private final PoliteFetcher fetcher;
    private final MeterRegistry metrics;
    private final Clock clock;

    FeedDiscovery(Searches searches, PoliteFetcher fetcher, MeterRegistry metrics, Clock clock) {
        this.searches = searches;
        this.fetcher = fetcher;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<DiscoverFeeds> task() {
        return Tasks.custom(DiscoverFeeds.TASK)
                .onFailure((complete, operations) -> {
                    DiscoverFeeds data =
                            (DiscoverFeeds) complete.getExecution().taskInstance.getData();
                    if (complete.getExecution().consecutiveFailures + 1 >= TRIES) {
                        searches.end(data.outletSearchId(), "the search broke off on our side; the log says where");
                        operations.stop();
                    } else {
                        operations.reschedule(complete, clock.instant().plus(AFTER_FAILURE));
                    }
                })
                .execute((instance, context) -> metrics.timer("claimwatch.ingest.discover")
                        .record(() -> search(instance.getData().outletSearchId())));
    }

    /** Looks at one address after the other until it is not its turn. Done twice, it keeps each answer once. */
    @ActivateRequestContext
    CompletionHandler<DiscoverFeeds> search(long searchId) {
        while (true) {
            Optional<OutletSearch> search = searches.running(searchId);
            if (search.isEmpty()) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            Optional<Next> next = searches.next(searchId);
            if (next.isEmpty()) {
                searches.end(searchId, null);
                return new CompletionHandler.OnCompleteRemove<>();
            }
            if (clock.instant().isAfter(search.get().startedAt.plus(LONGEST))) {
                searches.end(
                        searchId,
                        "the search took longer than %d minutes; what was not looked at is left out"
                                .formatted(LONGEST.toMinutes()));
                return new CompletionHandler.OnCompleteRemove<>();
            }
            Visit visit = fetcher.visit(next.get().url(), Validators.NONE);
            metrics.counter(
                            "claimwatch.ingest.discover.visit",
                            "outcome",
                            visit.getClass().getSimpleName())
                    .increment();
            if (visit instanceof Visit.Later later) {
                return (complete, operations) -> operations.reschedule(complete, later.at());
            }
            keep(searchId, next.get(), visit);
        }
    }

    private void keep(long searchId, Next next, Visit visit) {
        CandidateLook look = CandidateLook.of(next.origin(), visit);
        if (next.origin() == CandidateOrigin.HOME_PAGE && visit instanceof Visit.Page page) {
            if (CandidateLook.isWebPage(page.reply())) {
                readHome(searchId, next, page);
            } else if (look.feed() != null) {
                look = withHomeOf(look, look.feed(), page.reply().url());
            }
        }
        searches.keepLook(searchId, next.candidateId(), look);
    }

    private void readHome(long searchId, Next next, Visit.Page page) {
        Reply reply = page.reply();
        URI home = home(next.url(), page);
        HomePage read = HomePage.read(
                PageText.decode(reply.body(), reply.header("content-type")),
                reply.url(),
                fetcher.sitemapsNamedAt(reply.url()));
        searches.keepHome(searchId, next.candidateId(), home, read);
    }

    /** Somebody gave a feed for the home page: the feed says where its home is. */
    private static CandidateLook withHomeOf(CandidateLook look, ParsedFeed feed, URI address) {
        URI home = Optional.ofNullable(feed.link())
                .flatMap(WebAddress::parse)
                .filter(link -> Objects.equals(link.getHost(), address.getHost()))
                .orElse(address)
                .resolve("/");
        return new CandidateLook(
                feed, null, look.movedTo(), List.of(new Lead(home.toString(), CandidateOrigin.HOME_PAGE)));
    }

    /** A redirect to another front page counts; one to today's edition does not. */
    private static URI home(String asked, Visit.Page page) {
        URI moved = page.movedTo();
        if (moved != null) {
            return moved;
        }
        URI came = page.reply().url();
        return came.getPath().length() < 2 ? came : WebAddress.parse(asked).orElse(came);
    }
}
