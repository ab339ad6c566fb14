package org.claimwatch.ingest.robots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.FetchFailedException;
import org.claimwatch.ingest.fetch.Fetcher;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Knows the hosts' robots.txt, or asks for it, one request for each visit (RFC 9309).
 *
 * <p>A file that cannot be had forbids everything for as long as it cannot be had; what it said last counts for a day.
 * The RFC lets a crawler go ahead after a month of that; we do not: a host that cannot serve its robots.txt for a
 * month serves no feed either, and a person sees the trouble by its name.
 */
final class RobotsFiles {
    /** RFC 9309, 2.4: not longer than a day. */
    private static final Duration FRESH = Duration.ofHours(12);

    private static final Duration USABLE = Duration.ofHours(24);

    /**
     * After the first failure the file is asked for again this soon, for that may have been a moment's matter and shuts out
     * all that the host has; the pause doubles with each further failure, up to the longest.
     */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;
    private static final Duration REDIRECTS_LAST = Duration.ofMinutes(5);

    /** RFC 9309, 2.3.1.2: at least five; beyond them the file counts as not there. */
    private static final int REDIRECTS = 5;

    private static final int HOSTS_REMEMBERED = 50_000;

    private final Fetcher fetcher;
    private final HostSlots slots;
    private final FetchConfig config;
    private final Clock clock;
    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .expireAfterWrite(USABLE)
            .maximumSize(HOSTS_REMEMBERED)
            .build();
    private final Cache<URI, Reply> redirects = Caffeine.newBuilder()
            .expireAfterWrite(REDIRECTS_LAST)
            .maximumSize(HOSTS_REMEMBERED)
            .build();

    RobotsFiles(Fetcher fetcher, HostSlots slots, FetchConfig config, Clock clock) {
        this.fetcher = fetcher;
        this.slots = slots;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is known of a host: its rules, or why there are none.
     *
     * @param failures how often in a row the file could not be had
     */
    private record Kept(
            @Nullable RobotsRules rules, Instant learntAt, Instant askAgainAt, String problem, int failures) {}

    /** A host's rules, or how the visit ends without them. */
    record Answer(@Nullable RobotsRules rules, @Nullable Visit end) {
        static Answer end(Visit visit) {
            return new Answer(null, visit);
        }
    }

    Answer of(URI page) {
        String host = WebAddress.hostAndPort(page);
        Kept known = kept.getIfPresent(host);
        if (known == null || !clock.instant().isBefore(known.askAgainAt)) {
            return ask(page, host, known);
        }
        return known.rules == null ? Answer.end(unreachable(known.problem)) : new Answer(known.rules, null);
    }

    /** The sitemaps that the file of an address just visited names. */
    List<String> sitemapsNamedAt(URI address) {
        Kept known = kept.getIfPresent(WebAddress.hostAndPort(address));
        return known == null || known.rules == null ? List.of() : known.rules.sitemaps();
    }

    private Answer ask(URI page, String host, @Nullable Kept before) {
        URI hop = page.resolve("/robots.txt");
        for (int hops = 0; ; hops++) {
            Reply known = redirects.getIfPresent(hop);
            if (known == null) {
                return askOnce(hop, host, before);
            }
            Optional<URI> next = WebAddress.resolve(hop, String.valueOf(known.header("location")));
            if (next.isEmpty() || hops == REDIRECTS) {
                return learnt(host, RobotsRules.NONE);
            }
            hop = next.get();
        }
    }

    private Answer askOnce(URI hop, String host, @Nullable Kept before) {
        String slot = PoliteFetcher.slotOf(hop);
        Duration gap = config.minimumGap();
        Instant comeBack = slots.take(slot, gap);
        if (comeBack != null) {
            return Answer.end(new Visit.Later(comeBack));
        }
        try {
            Reply reply = fetcher.beginning(hop, RobotsRules.LONGEST);
            gap = PoliteFetcher.pauseAfter(reply, gap, clock.instant());
            if (reply.isRedirect()) {
                redirects.put(hop, new Reply(hop, reply.status(), reply.headers(), new byte[0]));
                return Answer.end(new Visit.Later(clock.instant().plus(gap)));
            }
            if (reply.status() >= 500 || reply.status() == 429) {
                Instant again = reply.retryAfter(clock.instant()).orElse(Instant.MIN);
                return failed(host, before, hop + " answered " + reply.status(), again);
            }
            RobotsRules rules = RobotsRules.of(reply);
            learnt(host, rules);
            gap = PoliteFetcher.longer(gap, rules.crawlDelay());
            return Answer.end(new Visit.Later(clock.instant().plus(gap)));
        } catch (FetchFailedException e) {
            return e.isRefused()
                    ? Answer.end(new Visit.Disallowed(e.reason()))
                    : failed(host, before, e.reason(), Instant.MIN);
        } finally {
            slots.release(slot, gap);
        }
    }

    private Answer learnt(String host, RobotsRules rules) {
        Instant now = clock.instant();
        kept.put(host, new Kept(rules, now, now.plus(FRESH), "", 0));
        return new Answer(rules, null);
    }

    /** What the file said last counts on while it is usable; else all is forbidden until it can be had. */
    private Answer failed(String host, @Nullable Kept before, String problem, Instant again) {
        Instant now = clock.instant();
        int failures = before == null ? 1 : before.failures + 1;
        Instant soonest = now.plus(pause(failures));
        Instant latest = now.plus(USABLE);
        Instant next = again.isBefore(soonest) ? soonest : again.isAfter(latest) ? latest : again;
        if (before != null && before.rules != null && now.isBefore(before.learntAt.plus(USABLE))) {
            kept.put(host, new Kept(before.rules, before.learntAt, next, problem, failures));
            return Answer.end(new Visit.Later(now.plus(config.minimumGap())));
        }
        kept.put(host, new Kept(null, now, next, problem, failures));
        return Answer.end(unreachable(problem));
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static Visit unreachable(String problem) {
        return new Visit.Failed(
                "robots.txt cannot be had, so nothing is asked for now: " + problem,
                false,
                Visit.Why.ROBOTS_UNREACHABLE,
                null);
    }
}
