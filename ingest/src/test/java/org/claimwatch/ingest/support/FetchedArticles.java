package org.claimwatch.ingest.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.article.Article;
import org.hibernate.Session;

/** Articles of hosts on this machine, and what a test asks about them. */
@ApplicationScoped
public class FetchedArticles {
    private final Session session;
    private final Library library;

    FetchedArticles(Session session, Library library) {
        this.session = session;
        this.library = library;
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
        return rows("select text from article_version where article_id = " + article + " order by number");
    }

    public long newest(long article) {
        return Long.parseLong(rows("select cast(max(id) as text) from article_version where article_id = " + article)
                .getFirst());
    }

    public List<String> rows(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(sql, String.class).getResultList());
    }

    public void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(sql).executeUpdate());
    }
}
