package org.claimwatch.ingest.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.support.Database;
import org.hibernate.Session;

/** Articles of hosts on this machine, and what a test asks about them. */
@ApplicationScoped
public class FetchedArticles {
    private final Session session;
    private final Library library;
    private final Database database;

    FetchedArticles(Session session, Library library, Database database) {
        this.session = session;
        this.library = library;
        this.database = database;
    }

    public long add(String url) {
        Article article = library.article(url);
        return article.id == null ? 0 : article.id;
    }

    public void due(long article) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.find(Article.class, article).nextFetchAt =
                        Instant.now().minusSeconds(1));
    }

    public Article get(long article) {
        return QuarkusTransaction.requiringNew().call(() -> session.find(Article.class, article));
    }

    public List<String> texts(long article) {
        return database.texts("select text from article_version where article_id = " + article + " order by number");
    }

    public long newest(long article) {
        return database.number("select max(id) from article_version where article_id = " + article);
    }
}
