package org.claimwatch.ingest.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.Exchange;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.store.ArticleStore;
import org.claimwatch.ingest.store.PageAnswer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Articles with texts and the pages that these were read from, stored as a fetch would store them. */
@ApplicationScoped
public class Library {
    private final Session session;
    private final ArticleStore store;

    Library(Session session, ArticleStore store) {
        this.session = session;
        this.store = store;
    }

    /** The id of a version of a new article; without a page it is one of the time before pages were kept. */
    public long version(String url, String text, @Nullable String page) {
        return version(url, text, "text/html", page == null ? null : page.getBytes(StandardCharsets.UTF_8));
    }

    @Transactional
    public long version(String url, String text, String type, byte @Nullable [] page) {
        Article article = article(url);
        long id = id(article.id);
        store.store(
                id,
                new ExtractedArticle(null, "Title", List.of("A. Name"), null, null, "en", null, null, null, text),
                page == null
                        ? new PageAnswer(URI.create(url), Validators.NONE)
                        : PageAnswer.of(reply(url, type, page)));
        return session.createQuery("select id from ArticleVersion where article.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** An article of the outlet that its address belongs to. */
    @Transactional
    public Article article(String url) {
        Outlet outlet = session.createQuery("from Outlet where homeUrl = :home", Outlet.class)
                .setParameter("home", home(url))
                .getSingleResultOrNull();
        if (outlet == null) {
            outlet = new Outlet(URI.create(url).getHost(), home(url), Instant.now());
            session.persist(outlet);
        }
        Article article = new Article(outlet, url, Instant.now());
        session.persist(article);
        session.flush();
        return article;
    }

    public Reply reply(String url, String type, byte[] page) {
        return new Reply(
                URI.create(url),
                200,
                Map.of("content-type", type),
                page,
                new Exchange(
                        Instant.now(),
                        InetAddress.ofLiteral("192.0.2.7"),
                        List.of("GET / HTTP/1.1", "Host: " + URI.create(url).getHost()),
                        List.of("HTTP/1.1 200 OK", "Content-Type: " + type),
                        page));
    }

    public void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("story", "claim", "outlet", "actor", "analysis_task", "erased_address")) {
                session.createNativeMutationQuery("delete from " + table).executeUpdate();
            }
        });
    }

    private static String home(String url) {
        return URI.create(url).resolve("/").toString();
    }

    private static long id(@Nullable Long id) {
        return id == null ? 0 : id;
    }
}
