package org.claimwatch.web.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.web.atom.AtomAnswer;
import org.claimwatch.web.atom.AtomFeed;
import org.claimwatch.web.mail.Seal;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.security.Account;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Any query as a feed for readers that cannot sign in: the address opens that query alone, which is fixed in it, for as
 * long as the person who had it from a page still signs in now and then and has not asked for new addresses.
 */
@ApplicationScoped
class SearchFeeds {
    static final String PATH = "/search-feeds/";

    private static final String PURPOSE = "search-feed";

    /** Servers and readers take addresses of this length; a longer query has no feed. */
    private static final int LONGEST = 3500;

    private final Seal seal;
    private final SearchFeed feed;
    private final Session session;
    private final Clock clock;
    private final Duration lapsesAfter;

    SearchFeeds(
            Seal seal,
            SearchFeed feed,
            Session session,
            Clock clock,
            @ConfigProperty(name = "claimwatch.search-feed.lapses-after", defaultValue = "90D") Duration lapsesAfter) {
        this.seal = seal;
        this.feed = feed;
        this.session = session;
        this.clock = clock;
        this.lapsesAfter = lapsesAfter;
    }

    /** What an address opens. */
    private record Key(long account, int number, ResultKind kind, String query) {
        List<String> parts() {
            return List.of(Long.toString(account), Integer.toString(number), kind.word(), query);
        }

        static Key of(List<String> parts) {
            return new Key(
                    Long.parseLong(parts.get(0)),
                    Integer.parseInt(parts.get(1)),
                    ResultKind.of(parts.get(2)),
                    parts.get(3));
        }
    }

    /** The private address of a person's query; none if it would be too long. */
    Optional<String> path(long accountId, ResultKind kind, Query query) {
        int number = session.find(Account.class, accountId).feedNumber;
        // The parts of a seal are lines.
        String text = query.text().replaceAll("[\\r\\n]+", " ");
        String path = PATH + seal.seal(PURPOSE, new Key(accountId, number, kind, text).parts());
        return path.length() <= LONGEST ? Optional.of(path) : Optional.empty();
    }

    void register(@Observes Router router) {
        router.get(PATH + ":token").blockingHandler(this::answer, false);
        router.get(PATH + ":token" + AtomAnswer.RSS).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        Optional<AtomFeed> found = seal.open(PURPOSE, Objects.requireNonNull(context.pathParam("token")))
                .filter(parts -> parts.size() == 4)
                .map(Key::of)
                .flatMap(key -> QuarkusTransaction.requiringNew().call(() -> feed(key)));
        AtomAnswer.send(
                context,
                found,
                "There is no such feed, or its person asked for new addresses or has not signed in for long: search again"
                        + " and take the address beside the exports.");
    }

    private Optional<AtomFeed> feed(Key key) {
        Account account = session.find(Account.class, key.account());
        Instant now = clock.instant();
        boolean opens = account != null
                && account.feedNumber == key.number()
                && account.lastSeenAt.isAfter(now.minus(lapsesAfter));
        return opens ? Optional.of(feed.of(key.kind(), Query.saved(key.query()), now)) : Optional.empty();
    }
}
