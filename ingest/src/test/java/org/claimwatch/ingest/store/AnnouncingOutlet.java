package org.claimwatch.ingest.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.Database;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.store.AnnouncedArticles.Announcement;
import org.claimwatch.ingest.store.ArticleStore.Stored;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An outlet that announces articles, and what is stored of them as if they had been fetched. */
@NullUnmarked // a test opens it first
@ApplicationScoped
class AnnouncingOutlet {
    private final AnnouncedArticles articles;
    private final ArticleStore store;
    private final Session session;
    private final Database database;
    private volatile Outlet outlet;

    AnnouncingOutlet(AnnouncedArticles articles, ArticleStore store, Session session, Database database) {
        this.articles = articles;
        this.store = store;
        this.session = session;
        this.database = database;
    }

    /** From now on it is another outlet. */
    void open(String name) {
        outlet = QuarkusTransaction.requiringNew().call(() -> {
            Outlet added = new Outlet(name, "https://o" + System.nanoTime() + ".example/", Instant.now());
            session.persist(added);
            return added;
        });
    }

    String home() {
        return outlet.homeUrl;
    }

    /** The articles that were not known, announced by paths below the outlet's home. */
    List<Long> announces(String... paths) {
        return announcesAt(
                List.of(paths).stream().map(path -> outlet.homeUrl + path).toArray(String[]::new));
    }

    List<Long> announcesAt(String... urls) {
        return QuarkusTransaction.requiringNew()
                .call(() -> articles.add(
                        outlet,
                        List.of(urls).stream()
                                .map(url -> new Announcement(url, "Title", Instant.now(), null))
                                .toList()));
    }

    Stored fetched(long article, String text) {
        return fetched(article, text, null);
    }

    Stored fetched(long article, String text, @Nullable String canonical) {
        return fetched(
                article, new ExtractedArticle(canonical, "Title", List.of(), null, null, "en", null, null, null, text));
    }

    Stored fetched(long article, ExtractedArticle extracted) {
        String url = store.find(article).map(found -> found.url).orElse(outlet.homeUrl);
        return store.store(article, extracted, new PageAnswer(URI.create(url), Validators.NONE));
    }

    Article get(long article) {
        return store.find(article).orElseThrow();
    }

    long count(String table) {
        return database.number("select count(*) from " + table);
    }

    void clear() {
        database.run("delete from outlet");
        database.run("delete from analysis_task");
        database.run("delete from ingest_task where task_name in ('fetch-article', 'link-duplicates')");
    }
}
