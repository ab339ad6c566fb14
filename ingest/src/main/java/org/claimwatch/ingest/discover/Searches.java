package org.claimwatch.ingest.discover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.ingest.feed.FeedEntry;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** Keeps how far a search has come, each step by itself, so that it goes on from there and can be watched. */
@ApplicationScoped
class Searches {
    /** However many addresses a site names, no search asks more than these. */
    private static final int MOST_CANDIDATES = 60;

    private static final int ENTRIES_KEPT = 100;
    private static final Duration FUTURE = Duration.ofDays(2);

    private final EntityManager entities;
    private final Clock clock;

    Searches(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The next address to look at. */
    record Next(long candidateId, String url, CandidateOrigin origin) {}

    @Transactional
    Optional<OutletSearch> running(long searchId) {
        return Optional.ofNullable(entities.find(OutletSearch.class, searchId))
                .filter(search -> search.state == SearchState.RUNNING);
    }

    /** Guesses, sitemaps and section pages are for outlets whose pages and robots.txt name no feed that lives. */
    @Transactional
    Optional<Next> next(long searchId) {
        List<FeedCandidate> all = candidates(searchId);
        boolean found = all.stream().anyMatch(Searches::isFeedProper);
        return all.stream()
                .filter(candidate -> candidate.verdict == CandidateVerdict.WAITING)
                .filter(candidate -> !found || candidate.origin.compareTo(CandidateOrigin.COMMON_PATH) < 0)
                .min(Comparator.comparing((FeedCandidate candidate) -> candidate.origin)
                        .thenComparing(candidate -> Objects.requireNonNull(candidate.id)))
                .map(candidate -> new Next(Objects.requireNonNull(candidate.id), candidate.url, candidate.origin));
    }

    /** The home page was read: what it proposes, and where to look next. */
    @Transactional
    void keepHome(long searchId, long candidateId, URI home, HomePage page) {
        OutletSearch search = entities.find(OutletSearch.class, searchId, LockModeType.PESSIMISTIC_WRITE);
        if (search == null || search.homeUrl != null) {
            return;
        }
        search.homeUrl = home.toString();
        search.name = page.imprint().name();
        search.language = page.imprint().language();
        search.country = page.imprint().country();
        search.iconUrl = page.imprint().icon();
        add(search, page.leads());
        // The other spellings of the home page's address are not needed any more.
        entities.createQuery("delete from FeedCandidate where search = :search and origin = :home"
                        + " and verdict = :waiting and id <> :read")
                .setParameter("search", search)
                .setParameter("home", CandidateOrigin.HOME_PAGE)
                .setParameter("waiting", CandidateVerdict.WAITING)
                .setParameter("read", candidateId)
                .executeUpdate();
    }

    @Transactional
    void keepLook(long searchId, long candidateId, CandidateLook look) {
        OutletSearch search = entities.find(OutletSearch.class, searchId, LockModeType.PESSIMISTIC_WRITE);
        FeedCandidate candidate = entities.find(FeedCandidate.class, candidateId);
        if (search == null || candidate == null || candidate.verdict != CandidateVerdict.WAITING) {
            return;
        }
        ParsedFeed feed = look.feed();
        candidate.verdict = feed == null ? CandidateVerdict.REFUSED : CandidateVerdict.FEED;
        candidate.reason = look.reason();
        if (feed != null) {
            describe(candidate, feed);
            moveTo(candidate, look.movedTo());
        }
        add(search, look.leads());
    }

    @Transactional
    void end(long searchId, @Nullable String problem) {
        OutletSearch search = entities.find(OutletSearch.class, searchId, LockModeType.PESSIMISTIC_WRITE);
        if (search == null || search.state != SearchState.RUNNING) {
            return;
        }
        List<FeedCandidate> all = candidates(searchId);
        List<FeedCandidate> feeds = all.stream()
                .filter(candidate -> candidate.verdict == CandidateVerdict.FEED)
                .toList();
        suggest(feeds);
        all.stream()
                .filter(candidate -> candidate.verdict == CandidateVerdict.WAITING)
                .forEach(entities::remove);
        boolean read = search.homeUrl != null || !feeds.isEmpty();
        search.state = read ? SearchState.DONE : SearchState.FAILED;
        search.problem = problem != null || read
                ? problem
                : all.stream()
                        .map(candidate -> candidate.reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("the home page could not be read");
        search.endedAt = clock.instant();
        if (search.language == null) {
            search.language = feeds.stream()
                    .map(feed -> ImprintReader.tag(feed.language))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        adopt(search, feeds);
    }

    private List<FeedCandidate> candidates(long searchId) {
        return entities.createQuery("from FeedCandidate where search.id = :search order by id", FeedCandidate.class)
                .setParameter("search", searchId)
                .getResultList();
    }

    private static boolean isFeedProper(FeedCandidate candidate) {
        return candidate.verdict == CandidateVerdict.FEED
                && candidate.kind != FeedKind.SECTION_PAGE
                && candidate.kind != FeedKind.SITEMAP
                && !FeedLinks.isOfComments(candidate.url);
    }

    private void add(OutletSearch search, List<Lead> leads) {
        List<String> known = candidates(Objects.requireNonNull(search.id)).stream()
                .map(candidate -> candidate.url)
                .toList();
        leads.stream()
                .filter(lead -> !known.contains(lead.url()))
                .limit(Math.max(0, MOST_CANDIDATES - known.size()))
                .forEach(lead -> entities.persist(new FeedCandidate(search, lead.url(), lead.origin())));
    }

    private void describe(FeedCandidate candidate, ParsedFeed feed) {
        candidate.kind = feed.kind();
        candidate.title = feed.title();
        candidate.language = feed.language();
        candidate.entries = feed.entries().size();
        Instant soon = clock.instant().plus(FUTURE);
        candidate.newestAt = feed.entries().stream()
                .map(Searches::published)
                .filter(at -> at != null && at.isBefore(soon))
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<FeedEntry> newest = feed.entries().stream()
                .filter(entry -> entry.link() != null)
                .sorted(Comparator.comparing(Searches::published, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(ENTRIES_KEPT)
                .toList();
        candidate.entryKeys =
                newest.stream().map(entry -> key(String.valueOf(entry.link()))).toArray(Long[]::new);
        candidate.entryTimes = newest.stream()
                .map(Searches::published)
                .map(at -> at == null ? 0L : at.getEpochSecond())
                .toArray(Long[]::new);
    }

    private static @Nullable Instant published(FeedEntry entry) {
        return entry.published() == null ? entry.updated() : entry.published();
    }

    /** Equal for every spelling of one article's address. */
    private static long key(String link) {
        String plain = CanonicalUrl.of(link).orElse(link).replaceFirst("^https?://(www\\.)?", "");
        return UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private void moveTo(FeedCandidate candidate, @Nullable URI movedTo) {
        if (movedTo == null) {
            return;
        }
        String url = movedTo.toString();
        boolean listed = candidates(Objects.requireNonNull(candidate.search.id)).stream()
                .anyMatch(other -> other != candidate && other.url.equals(url));
        if (listed) {
            candidate.verdict = CandidateVerdict.REFUSED;
            candidate.reason = "it leads to " + url + ", which is listed by itself";
        } else {
            candidate.url = url;
        }
    }

    private static void suggest(List<FeedCandidate> feeds) {
        Map<Long, Suggestions.Choice> choices = Suggestions.choose(feeds.stream()
                .map(feed -> new Suggestions.Found(
                        Objects.requireNonNull(feed.id),
                        feed.url,
                        feed.origin,
                        Objects.requireNonNull(feed.kind),
                        feed.entries,
                        feed.newestAt,
                        Arrays.asList(feed.entryKeys),
                        Arrays.asList(feed.entryTimes)))
                .toList());
        for (FeedCandidate feed : feeds) {
            Suggestions.Choice choice = Objects.requireNonNull(choices.get(feed.id));
            feed.suggested = choice.suggested();
            feed.reason = choice.reason();
        }
    }

    /** An outlet that came in a list has nobody to pick: it takes what would have been ticked. */
    private void adopt(OutletSearch search, List<FeedCandidate> feeds) {
        if (!search.adopts || search.outlet == null) {
            return;
        }
        for (FeedCandidate candidate : feeds) {
            boolean taken = entities.createQuery("select count(f) from Feed f where f.url = :url", Long.class)
                            .setParameter("url", candidate.url)
                            .getSingleResult()
                    > 0;
            if (candidate.suggested && !taken) {
                Feed feed = new Feed(search.outlet, candidate.url, clock.instant());
                feed.title = candidate.title;
                feed.kind = candidate.kind;
                entities.persist(feed);
            }
        }
    }
}
