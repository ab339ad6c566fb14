package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/** Takes an outlet in: its feeds are due at once, and ingest polls what is due. */
@ApplicationScoped
class NewOutlet {
    private final EntityManager entities;
    private final Clock clock;

    NewOutlet(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What of it is watched already. */
    List<String> conflicts(OutletForm form) {
        var conflicts = entities.createQuery("select name from Outlet where homeUrl = :home", String.class)
                .setParameter("home", form.homeUrl.strip())
                .getResultStream()
                .map(FeedWords.SAY::hasHomePage);
        var feeds = entities.createQuery("select url from Feed where url in :urls", String.class)
                .setParameter("urls", form.feedUrls())
                .getResultStream()
                .map(FeedWords.SAY::feedWatched);
        return Stream.concat(conflicts, feeds).toList();
    }

    @Transactional
    long add(OutletForm form) {
        Outlet outlet = entered(form);
        form.feedUrls().forEach(url -> entities.persist(new Feed(outlet, url, clock.instant())));
        return Objects.requireNonNull(outlet.id);
    }

    /** The outlet without its feeds; takes part in the caller's transaction. */
    Outlet entered(OutletForm form) {
        var outlet = new Outlet(form.name.strip(), form.homeUrl.strip(), clock.instant());
        outlet.country = orNull(form.country.toUpperCase(Locale.ROOT));
        outlet.language = orNull(form.language);
        outlet.ownership = form.owner();
        entities.persist(outlet);
        return outlet;
    }

    /** The same, with what a search knows of the feeds and of the icon. */
    @Transactional
    long addFound(OutletForm form, long searchId) {
        long id = add(form);
        entities.flush();
        entities.createNativeQuery("""
                        update feed f set title = c.title, kind = c.kind from feed_candidate c
                        where f.outlet_id = :outlet and c.search_id = :search and c.url = f.url and c.verdict = 'FEED'
                        """)
                .setParameter("outlet", id)
                .setParameter("search", searchId)
                .executeUpdate();
        entities.createNativeQuery("""
                        update outlet o set icon_url = s.icon_url from outlet_search s
                        where o.id = :outlet and s.id = :search
                        """)
                .setParameter("outlet", id)
                .setParameter("search", searchId)
                .executeUpdate();
        entities.createNativeQuery("update outlet_search set outlet_id = :outlet where id = :search")
                .setParameter("outlet", id)
                .setParameter("search", searchId)
                .executeUpdate();
        return id;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
