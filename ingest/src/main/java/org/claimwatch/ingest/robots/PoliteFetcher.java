package org.claimwatch.ingest.robots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private static final Duration REDIRECTS_LAST = Duration.ofMinutes(5);
    private static final int REDIRECTS_REMEMBERED = 50_000;

    /** A host that asks for peace, and does not say for how long, is left alone by all for this long. */
    private static final Duration PEACE = Duration.ofMinutes(2);

    private static final Duration LONGEST_PEACE = Duration.ofHours(24);

    private final Fetcher fetcher;
    private final HostSlots slots;
    private final FetchConfig config;
    private final Clock clock;
    private final RobotsFiles robots;
    private final Cache<URI, Reply> redirects = Caffeine.newBuilder()
            .expireAfterWrite(REDIRECTS_LAST)
            .maximumSize(REDIRECTS_REMEMBERED)
            .build();

    public PoliteFetcher(Fetcher fetcher, HostSlots slots, FetchConfig config, Clock clock) {
        this.fetcher = fetcher;
        this.slots = slots;
        this.config = config;
        this.clock = clock;
        this.robots = new RobotsFiles(fetcher, slots, config, clock);
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
        return new Visit.Failed(
                address + " redirects more than " + config.maxRedirects() + " times",
                true,
                Visit.Why.REDIRECT_LOOP,
                null);
    }

    /**
     * Sends a form to an address whose own protocol asks for it, so that robots.txt has no say; the host's queue is kept
     * all the same. A redirect is not followed.
     */
    public Visit send(String address, Map<String, String> form) {
        URI to = WebAddress.parse(address).orElse(null);
        if (to == null) {
            return new Visit.Disallowed("no http or https address: " + address);
        }
        String slot = slotOf(to);
        Duration gap = config.minimumGap();
        Instant comeBack = slots.take(slot, gap);
        if (comeBack != null) {
            return new Visit.Later(comeBack);
        }
        try {
            Reply reply = fetcher.post(to, form);
            gap = pauseAfter(reply, gap, clock.instant());
            return ending(reply, null);
        } catch (FetchFailedException e) {
            return ending(e);
        } finally {
            slots.release(slot, gap);
        }
    }

    /** The sitemaps that the robots.txt of an address just visited names. */
    public List<String> sitemapsNamedAt(URI address) {
        return robots.sitemapsNamedAt(address);
    }

    /** One request: a reply, or the end of the visit. */
    private record Step(@Nullable Reply reply, @Nullable Visit end) {
        static Step end(Visit visit) {
            return new Step(null, visit);
        }
    }

    private Step ask(URI hop, Validators validators) {
        RobotsFiles.Answer answer = robots.of(hop);
        RobotsRules rules = answer.rules();
        if (rules == null) {
            return Step.end(Objects.requireNonNull(answer.end()));
        }
        if (!rules.allow(hop)) {
            return Step.end(new Visit.Disallowed("robots.txt of " + hop.getHost() + " disallows " + hop.getRawPath()));
        }
        String slot = slotOf(hop);
        Duration gap = longer(config.minimumGap(), rules.crawlDelay());
        Instant comeBack = slots.take(slot, gap);
        if (comeBack != null) {
            return Step.end(new Visit.Later(comeBack));
        }
        try {
            Reply reply = fetcher.get(hop, validators);
            gap = pauseAfter(reply, gap, clock.instant());
            return new Step(reply, null);
        } catch (FetchFailedException e) {
            return Step.end(ending(e));
        } finally {
            slots.release(slot, gap);
        }
    }

    /** What stands in one queue: http and https of one name, but every other port by itself. */
    static String slotOf(URI address) {
        return WebAddress.hostAndPort(address).replaceFirst(":(80|443)$", "");
    }

    /** The pause that a host asks for with an answer is kept by all who want something of that host. */
    static Duration pauseAfter(Reply reply, Duration gap, Instant now) {
        Duration asked = reply.retryAfter(now)
                .filter(until -> reply.status() == 429 || reply.status() == 503)
                .map(until -> Duration.between(now, until))
                .orElse(reply.status() == 429 ? PEACE : gap);
        return longer(gap, asked.compareTo(LONGEST_PEACE) > 0 ? LONGEST_PEACE : asked);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Visit ending(FetchFailedException e) {
        Visit.Why why = switch (e.problem()) {
            case NO_SUCH_HOST -> Visit.Why.UNKNOWN_HOST;
            case CERTIFICATE -> Visit.Why.CERTIFICATE;
            case TOO_LARGE -> Visit.Why.TOO_LARGE;
            case REFUSED, NO_CONNECTION, TLS, TOO_SLOW, BROKEN -> Visit.Why.UNREACHABLE;
        };
        return e.isRefused() ? new Visit.Disallowed(e.reason()) : new Visit.Failed(e.reason(), false, why, null);
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
            return new Visit.TooManyRequests(reply.retryAfter(clock.instant()), reply);
        } else if (status == 410) {
            return new Visit.Gone(said + " (gone for good)");
        }
        return new Visit.Failed(said, status == 404 || status == 451, Visit.Why.STATUS, reply);
    }
}
