package org.claimwatch.ingest.robots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.FetchFailedException;
import org.claimwatch.ingest.fetch.Fetcher;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Visits addresses as a guest: robots.txt first, one request at a time for each host, a pause between two, and the
 * same again for every redirect.
 *
 * <p>It never waits. Where it is not our turn, the visit ends as {@link Visit.Later}; what was learnt on the way
 * (rules, redirects already followed) is remembered, so that the next visit goes on from there.
 */
@Singleton
public class PoliteFetcher {
    /** RFC 9309, 2.4: not longer than a day. */
    private static final Duration RULES_LAST = Duration.ofHours(12);

    private static final Duration UNREACHABLE_LASTS = Duration.ofMinutes(15);
    private static final Duration REDIRECTS_LAST = Duration.ofMinutes(5);
    private static final int HOSTS_REMEMBERED = 50_000;

    private final Fetcher fetcher;
    private final HostSlots slots;
    private final FetchConfig config;
    private final Clock clock;
    private final Cache<String, RobotsRules> rules = remembered(RULES_LAST);
    private final Cache<String, Instant> unreachableUntil = remembered(UNREACHABLE_LASTS);
    private final Cache<URI, Reply> redirects = remembered(REDIRECTS_LAST);

    public PoliteFetcher(Fetcher fetcher, HostSlots slots, FetchConfig config, Clock clock) {
        this.fetcher = fetcher;
        this.slots = slots;
        this.config = config;
        this.clock = clock;
    }

    public Visit visit(String address, Validators validators) {
        URI hop = WebAddress.parse(address).orElse(null);
        if (hop == null) {
            return new Visit.Disallowed("no http or https address: " + address);
        }
        boolean movedForGood = true;
        for (int hops = 0; hops <= config.maxRedirects(); hops++) {
            Reply known = redirects.getIfPresent(hop);
            Step step = known != null ? new Step(known, null) : ask(hop, validators);
            if (step.reply == null) {
                return Objects.requireNonNull(step.end);
            }
            Reply reply = step.reply;
            if (!reply.isRedirect()) {
                return ending(reply, hops > 0 && movedForGood ? hop : null);
            }
            redirects.put(hop, new Reply(hop, reply.status(), reply.headers(), new byte[0]));
            movedForGood &= reply.isMovedForGood();
            Optional<URI> next = WebAddress.resolve(hop, String.valueOf(reply.header("location")));
            if (next.isEmpty()) {
                return new Visit.Disallowed(
                        hop.getHost() + " redirects to an address that is not fetched: " + reply.header("location"));
            }
            hop = next.get();
        }
        return new Visit.Failed(address + " redirects more than " + config.maxRedirects() + " times", true);
    }

    /** The sitemaps that the robots.txt of an address just visited names. */
    public List<String> sitemapsNamedAt(URI address) {
        RobotsRules known = rules.getIfPresent(WebAddress.hostAndPort(address));
        return known == null ? List.of() : known.sitemaps();
    }

    /** One request: a reply, or the end of the visit. */
    private record Step(@Nullable Reply reply, @Nullable Visit end) {
        static Step end(Visit visit) {
            return new Step(null, visit);
        }
    }

    private Step ask(URI hop, Validators validators) {
        String host = WebAddress.hostAndPort(hop);
        Instant unreachable = unreachableUntil.getIfPresent(host);
        if (unreachable != null && clock.instant().isBefore(unreachable)) {
            return Step.end(new Visit.Failed("robots.txt of " + hop.getHost() + " cannot be had for now", false));
        }
        RobotsRules known = rules.getIfPresent(host);
        if (known == null) {
            return Step.end(learnRules(hop, host));
        }
        if (!known.allow(hop)) {
            return Step.end(new Visit.Disallowed("robots.txt of " + hop.getHost() + " disallows " + hop.getRawPath()));
        }
        Duration gap = gap(known);
        Instant comeBack = slots.take(host, gap);
        if (comeBack != null) {
            return Step.end(new Visit.Later(comeBack));
        }
        try {
            return new Step(fetcher.get(hop, validators), null);
        } catch (FetchFailedException e) {
            return Step.end(e.isRefused() ? new Visit.Disallowed(e.reason()) : new Visit.Failed(e.reason(), false));
        } finally {
            slots.release(host, gap);
        }
    }

    /** Fetches robots.txt in the place of the page, which then waits for the host's next slot. */
    private Visit learnRules(URI hop, String host) {
        Duration gap = config.minimumGap();
        Instant comeBack = slots.take(host, gap);
        if (comeBack != null) {
            return new Visit.Later(comeBack);
        }
        try {
            RobotsRules learnt = fetchRules(hop.resolve("/robots.txt"));
            if (learnt.isUnreachable()) {
                unreachableUntil.put(host, clock.instant().plus(UNREACHABLE_LASTS));
                return new Visit.Failed("robots.txt of " + hop.getHost() + " cannot be had for now", false);
            }
            rules.put(host, learnt);
            gap = gap(learnt);
        } catch (FetchFailedException e) {
            if (e.isRefused()) {
                return new Visit.Disallowed(e.reason());
            }
            unreachableUntil.put(host, clock.instant().plus(UNREACHABLE_LASTS));
            return new Visit.Failed("robots.txt cannot be had for now: " + e.reason(), false);
        } finally {
            slots.release(host, gap);
        }
        return new Visit.Later(clock.instant().plus(gap));
    }

    private RobotsRules fetchRules(URI address) throws FetchFailedException {
        URI hop = address;
        for (int hops = 0; hops <= config.maxRedirects(); hops++) {
            Reply reply = fetcher.get(hop, Validators.NONE);
            if (reply.status() >= 500 || reply.status() == 429) {
                return RobotsRules.unreachable();
            }
            if (!reply.isRedirect()) {
                return RobotsRules.of(reply);
            }
            Optional<URI> next = WebAddress.resolve(hop, String.valueOf(reply.header("location")));
            if (next.isEmpty()) {
                break;
            }
            hop = next.get();
        }
        return RobotsRules.unreachable();
    }

    private Duration gap(RobotsRules known) {
        Duration asked = known.crawlDelay();
        return asked.compareTo(config.minimumGap()) > 0 ? asked : config.minimumGap();
    }

    private Visit ending(Reply reply, @Nullable URI movedTo) {
        int status = reply.status();
        String said = reply.url().getHost() + " answered " + status;
        if (status == 304) {
            return new Visit.NotModified(reply);
        } else if (status >= 200 && status < 300) {
            return new Visit.Page(reply, movedTo);
        } else if (status == 429
                || (status == 503 && reply.retryAfter(clock.instant()).isPresent())) {
            return new Visit.TooManyRequests(reply.retryAfter(clock.instant()));
        } else if (status == 410) {
            return new Visit.Gone(said + " (gone for good)");
        }
        boolean missing = status == 404 || status == 451;
        return new Visit.Failed(said, missing, missing);
    }

    private static <K, V> Cache<K, V> remembered(Duration time) {
        return Caffeine.newBuilder()
                .expireAfterWrite(time)
                .maximumSize(HOSTS_REMEMBERED)
                .build();
    }
}
