package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.ingest.fetch.AddressKey;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps one article for each outlet and canonical address, whatever feeds announce it and at whatever time. */
@ApplicationScoped
public class AnnouncedArticles {
    /** A feed that calls its entries new each time is believed so many times. */
    private static final int VAIN_LOOKS = 3;

    private static final Duration SOONEST = Duration.ofMinutes(10);

    private final Session session;
    private final Clock clock;

    AnnouncedArticles(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * What a feed says of one article.
     *
     * @param url absolute, as the feed has it
     * @param at when the article was published
     * @param updated when the feed last saw it change
     */
    public record Announcement(
            String url,
            @Nullable String title,
            @Nullable Instant at,
            @Nullable Instant updated) {}

    /**
     * Takes part in the caller's transaction. Two at once wait for each other, address by address in one order.
     *
     * @return the articles that were unknown, in the order of the announcements
     */
    public List<Long> add(Outlet outlet, List<Announcement> announcements) {
        var byAddress = new TreeMap<String, Announcement>();
        for (Announcement each : announcements) {
            AddressKey.of(each.url()).ifPresent(address -> byAddress.putIfAbsent(address, each));
        }
        Map<String, Long> known = known(outlet, byAddress.keySet());
        var added = new HashMap<Announcement, Long>();
        byAddress.forEach((address, announcement) -> {
            Long article = known.get(address);
            if (article != null) {
                lookAgain(article, announcement.updated());
            } else {
                Long id = insert(outlet, address, announcement);
                if (id != null) {
                    added.put(announcement, id);
                }
            }
        });
        return announcements.stream()
                .distinct()
                .filter(added::containsKey)
                .map(added::get)
                .toList();
    }

    private Map<String, Long> known(Outlet outlet, Collection<String> addresses) {
        var known = new HashMap<String, Long>();
        for (List<String> part : parts(addresses)) {
            for (Object[] row : session.createNativeQuery(
                            "select address, article_id from article_address where outlet_id = :outlet and address in (:addresses)",
                            Object[].class)
                    .setParameter("outlet", outlet.id)
                    .setParameter("addresses", part)
                    .getResultList()) {
                known.put((String) row[0], ((Number) row[1]).longValue());
            }
        }
        return known;
    }

    private static List<List<String>> parts(Collection<String> addresses) {
        var all = List.copyOf(addresses);
        var parts = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += 1000) {
            parts.add(all.subList(from, Math.min(from + 1000, all.size())));
        }
        return parts;
    }

    /** The address is taken first: whoever gets it makes the article. */
    private @Nullable Long insert(Outlet outlet, String address, Announcement announcement) {
        List<Long> taken = session.createNativeQuery("""
                        insert into article_address (outlet_id, address, article_id)
                        select :outlet, :address, nextval('article_seq') where not exists (
                          select from erased_address where outlet_id = :outlet and address_hash in (:hashes))
                        on conflict do nothing returning article_id""", Long.class)
                .setParameter("outlet", outlet.id)
                .setParameter("address", address)
                .setParameter("hashes", ErasedAddresses.hashes(announcement.url()))
                .getResultList();
        if (taken.isEmpty()) {
            return null;
        }
        String url = CanonicalUrl.of(announcement.url()).orElseThrow();
        int inserted = session.createNativeMutationQuery("""
                        insert into article (id, outlet_id, url, announced_title, announced_at, discovered_at)
                        values (:id, :outlet, :url, :title, cast(:announced as timestamptz), :now)
                        on conflict (outlet_id, url) do nothing""")
                .setParameter("id", taken.getFirst())
                .setParameter("outlet", outlet.id)
                .setParameter("url", url)
                .setParameter("title", announcement.title())
                .setParameter("announced", announcement.at())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (inserted == 0) {
            nameExisting(outlet, address, url);
            return null;
        }
        return taken.getFirst();
    }

    /** An article of the time before addresses were kept apart. */
    private void nameExisting(Outlet outlet, String address, String url) {
        session.createNativeMutationQuery("""
                        update article_address set article_id = (select id from article where outlet_id = :outlet and url = :url)
                        where outlet_id = :outlet and address = :address""")
                .setParameter("outlet", outlet.id)
                .setParameter("url", url)
                .setParameter("address", address)
                .executeUpdate();
    }

    /** A feed that has seen a young article change is worth a look before its turn. */
    private void lookAgain(long article, @Nullable Instant updated) {
        if (updated == null) {
            return;
        }
        Instant now = clock.instant();
        session.createNativeMutationQuery("""
                        update article set next_fetch_at = :now
                        where id = :article and next_fetch_at > :now and last_fetched_at < :updated
                          and last_fetched_at < :soonest and unchanged_looks < :vain""")
                .setParameter("article", article)
                .setParameter("now", now)
                .setParameter("updated", updated)
                .setParameter("soonest", now.minus(SOONEST))
                .setParameter("vain", VAIN_LOOKS)
                .executeUpdate();
    }
}
