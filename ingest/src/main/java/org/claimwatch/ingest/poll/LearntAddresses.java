package org.claimwatch.ingest.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.ingest.feed.ArticleShapes;

/** What do the addresses of the articles of a feed's outlet look like? */
@ApplicationScoped
class LearntAddresses {
    /** The newest articles: a site that changes its addresses is understood anew after as many. */
    private static final int NEWEST = 400;

    /** Shorter texts may be a teaser or a notice as well as an article, and teach nothing. */
    private static final int REAL_TEXT = 300;

    private final EntityManager entityManager;

    LearntAddresses(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Takes part in the caller's transaction. */
    ArticleShapes forFeed(long feedId) {
        List<?> rows = entityManager
                .createNativeQuery("""
                        select a.url, a.fetch_state, coalesce((select max(length(v.text)) from article_version v
                                                               where v.article_id = a.id), 0) as length
                        from article a where a.outlet_id = (select outlet_id from feed where id = :feed) and a.fetch_state in ('FETCHED', 'FAILED')
                        order by a.discovered_at desc, a.id desc limit :newest""", Object[].class)
                .setParameter("feed", feedId)
                .setParameter("newest", NEWEST)
                .getResultList();
        List<String> read = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            boolean text = ((Number) columns[2]).intValue() >= REAL_TEXT;
            if (columns[1].equals("FAILED")) {
                unread.add((String) columns[0]);
            } else if (text) {
                read.add((String) columns[0]);
            }
        }
        return ArticleShapes.learn(read, unread);
    }
}
