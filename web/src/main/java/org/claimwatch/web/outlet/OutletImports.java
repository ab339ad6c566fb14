package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.web.outlet.ImportPlan.Planned;
import org.claimwatch.web.outlet.ListedOutlets.Listed;
import org.claimwatch.web.outlet.ListedOutlets.ListedFeed;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.claimwatch.web.words.FeedWords;

/** Takes lists of outlets in, each after a look at what it would change. */
@ApplicationScoped
class OutletImports {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 1_000;

    private final EntityManager entities;
    private final NewOutlet newOutlet;
    private final NewSearch newSearch;
    private final Clock clock;

    OutletImports(EntityManager entities, NewOutlet newOutlet, NewSearch newSearch, Clock clock) {
        this.entities = entities;
        this.newOutlet = newOutlet;
        this.newSearch = newSearch;
        this.clock = clock;
    }

    /** Keeps the file for its preview, and drops those of last week. */
    @Transactional
    long keep(String fileName, byte[] content) {
        entities.createQuery("delete from OutletImport where uploadedAt < :old")
                .setParameter("old", clock.instant().minus(KEPT))
                .executeUpdate();
        var handedIn = new OutletImport(fileName, content, clock.instant());
        entities.persist(handedIn);
        return Objects.requireNonNull(handedIn.id);
    }

    @Transactional
    Optional<OutletImport> find(long id) {
        return Optional.ofNullable(entities.find(OutletImport.class, id));
    }

    @Transactional
    ImportPlan plan(byte[] content) {
        ListedOutlets list = isXml(content) ? OpmlReader.read(content) : OutletCsv.read(content);
        return plan(list);
    }

    /** Adds what is not here yet. Done twice, it adds once. */
    @Transactional
    boolean take(long id) {
        OutletImport handedIn = entities.find(OutletImport.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (handedIn == null || handedIn.takenAt != null) {
            return handedIn != null;
        }
        ImportPlan plan = plan(handedIn.content);
        for (Planned planned : plan.outlets()) {
            Outlet outlet = planned.existing() == null
                    ? newOutlet.entered(planned.form())
                    : entities.find(Outlet.class, planned.existing());
            for (ListedFeed listed : planned.feeds()) {
                var feed = new Feed(outlet, listed.url(), clock.instant());
                feed.title = listed.title();
                feed.kind = listed.kind();
                entities.persist(feed);
            }
            if (planned.searched()) {
                HomeAddress.typed(outlet.homeUrl).ifPresent(home -> newSearch.startFor(outlet, home));
            }
        }
        handedIn.takenAt = clock.instant();
        handedIn.outcome = FeedWords.SAY.outcome(
                plan.change(), plan.skipped().size(), plan.problems().size());
        return true;
    }

    private static boolean isXml(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 500), StandardCharsets.ISO_8859_1);
        return start.replaceFirst("^[^\\x21-\\x7e]+", "").startsWith("<");
    }

    private ImportPlan plan(ListedOutlets list) {
        List<Problem> skipped = new ArrayList<>();
        Map<String, Long> here = new HashMap<>();
        entities.createQuery("select homeUrl, id from Outlet", Object[].class)
                .getResultStream()
                .forEach(row -> here.put(HomeAddress.key((String) row[0]), (Long) row[1]));
        Set<String> known = watchedFeeds(list);
        Map<String, Planned> planned = new LinkedHashMap<>();
        for (Listed outlet : list.outlets()) {
            String key = HomeAddress.key(outlet.homeUrl());
            Planned before = planned.get(key);
            List<ListedFeed> feeds = new ArrayList<>();
            for (ListedFeed feed : outlet.feeds()) {
                if (known.add(feed.url())) {
                    feeds.add(feed);
                } else {
                    skipped.add(new Problem(outlet.line(), FeedWords.SAY.thereAlready(outlet.name(), feed.url())));
                }
            }
            if (before != null) {
                skipped.add(new Problem(outlet.line(), FeedWords.SAY.homePageOfLine(outlet.name(), before.line())));
                before.feeds().addAll(feeds);
            } else if (here.containsKey(key) && feeds.isEmpty()) {
                skipped.add(new Problem(outlet.line(), FeedWords.SAY.outletWatched(outlet.name())));
            } else if (here.containsKey(key)
                    || !feeds.isEmpty()
                    || outlet.feeds().isEmpty()) {
                planned.put(key, new Planned(outlet.line(), outlet.form(), feeds, here.get(key)));
            } else {
                skipped.add(new Problem(outlet.line(), FeedWords.SAY.allThere(outlet.name())));
            }
        }
        return new ImportPlan(List.copyOf(planned.values()), skipped, list.problems());
    }

    private Set<String> watchedFeeds(ListedOutlets list) {
        List<String> urls = list.outlets().stream()
                .flatMap(outlet -> outlet.feeds().stream())
                .map(ListedFeed::url)
                .distinct()
                .toList();
        Set<String> watched = new HashSet<>();
        for (int i = 0; i < urls.size(); i += AT_ONCE) {
            watched.addAll(entities.createQuery("select url from Feed where url in :urls", String.class)
                    .setParameter("urls", urls.subList(i, Math.min(urls.size(), i + AT_ONCE)))
                    .getResultStream()
                    .collect(Collectors.toSet()));
        }
        return watched;
    }
}
