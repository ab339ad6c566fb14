package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.AddressKey;
import org.claimwatch.ingest.fetch.DeclaredAddress;
import org.jspecify.annotations.Nullable;

/** Brings an article under the address that its own page gives, and joins it with the one that has that address. */
@ApplicationScoped
class ArticleAddresses {
    /** Where a page claims the address of an article with another text, it is wrong about itself. */
    private static final double SAME_TEXT = 0.5;

    private final EntityManager entityManager;
    private final LatestVersion latestVersion;

    ArticleAddresses(EntityManager entityManager, LatestVersion latestVersion) {
        this.entityManager = entityManager;
        this.latestVersion = latestVersion;
    }

    /**
     * Takes part in the caller's transaction, with the announced article locked.
     *
     * @return the article itself, now under its own address, or the one that it is: then its row is gone, and whatever
     *     announces its address announces the other
     */
    Article settle(Article announced, ExtractedArticle extracted, URI visited) {
        String canonical = DeclaredAddress.of(announced.url, visited, extracted.canonical());
        String address = AddressKey.of(canonical).orElse(canonical);
        take(announced, AddressKey.of(announced.url).orElse(announced.url));
        Article owner = take(announced, address);
        if (Objects.equals(owner.id, announced.id)) {
            moveTo(announced, canonical);
            return announced;
        }
        return latestVersion.of(announced).isEmpty() && agrees(owner, extracted) ? join(announced, owner) : announced;
    }

    /** The article that the address belongs to: the given one, where it was free. */
    private Article take(Article article, String address) {
        entityManager
                .createNativeQuery("""
                        insert into article_address (outlet_id, address, article_id) values (:outlet, :address, :article)
                        on conflict do nothing""")
                .setParameter("outlet", article.outlet.id)
                .setParameter("address", address)
                .setParameter("article", article.id)
                .executeUpdate();
        Long owner = (Long) entityManager
                .createNativeQuery(
                        "select article_id from article_address where outlet_id = :outlet and address = :address",
                        Long.class)
                .setParameter("outlet", article.outlet.id)
                .setParameter("address", address)
                .getSingleResult();
        return owner.equals(article.id) ? article : orElse(locked(owner), article);
    }

    private static Article orElse(@Nullable Article found, Article other) {
        return found == null ? other : found;
    }

    private @Nullable Article locked(long id) {
        return entityManager.find(Article.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean agrees(Article owner, ExtractedArticle extracted) {
        Optional<ArticleVersion> held = latestVersion.of(owner);
        return held.isEmpty() || Substance.of(held.get().text).sharedWith(Substance.of(extracted.text())) >= SAME_TEXT;
    }

    private void moveTo(Article article, String url) {
        boolean free = article.url.equals(url)
                || entityManager
                        .createQuery("select a.id from Article a where a.outlet = :outlet and a.url = :url", Long.class)
                        .setParameter("outlet", article.outlet)
                        .setParameter("url", url)
                        .getResultList()
                        .isEmpty();
        article.url = free ? url : article.url;
    }

    private Article join(Article announced, Article owner) {
        if (owner.announcedTitle == null) {
            owner.announcedTitle = announced.announcedTitle;
        }
        if (owner.announcedAt == null) {
            owner.announcedAt = announced.announcedAt;
        }
        if (announced.discoveredAt.isBefore(owner.discoveredAt)) {
            owner.discoveredAt = announced.discoveredAt;
        }
        entityManager
                .createNativeQuery("update article_address set article_id = :owner where article_id = :announced")
                .setParameter("owner", owner.id)
                .setParameter("announced", announced.id)
                .executeUpdate();
        entityManager.remove(announced);
        entityManager.flush();
        return owner;
    }
}
