package org.claimwatch.common.story;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.claimwatch.common.article.Article;
import org.jspecify.annotations.Nullable;

/** That an article reports a story; an article has at most one. */
@Entity
public class StoryArticle {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Story story;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    public Article article;

    /** 0 to 1. */
    public float confidence;

    @SuppressWarnings("NullAway.Init")
    protected StoryArticle() {}

    public StoryArticle(Story story, Article article, float confidence) {
        this.story = story;
        this.article = article;
        this.confidence = confidence;
    }
}
