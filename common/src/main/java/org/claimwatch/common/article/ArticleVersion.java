package org.claimwatch.common.article;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article's text as fetched at one time. Never changed once stored: every span points into it. */
@Entity
public class ArticleVersion {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Article article;

    /** 1 for the first version, without gaps. */
    public int number;

    public String title;

    /** The article body, paragraphs joined by one blank line. */
    public String text;

    /** BCP 47, null where it could not be told. */
    public @Nullable String language;

    public String[] authors = {};
    public @Nullable String section;
    public @Nullable String imageUrl;
    public @Nullable Instant publishedAt;

    /** The outlet gave the day alone; {@link #publishedAt} is its start, in UTC. */
    public boolean publishedDayOnly;

    public @Nullable Instant modifiedAt;
    public Instant fetchedAt;

    /** SHA-256 of title and text in lower-case hexadecimal: an equal hash is no new version. */
    public String contentHash;

    public @Nullable Instant analysedAt;

    /** Which version of the analysis read this text, null until one has. */
    public @Nullable String analysisVersion;

    /** The trace (W3C Trace Context) of the task that read it last, to which whoever tells of it links; null without one. */
    public @Nullable String readTrace;

    @SuppressWarnings("NullAway.Init")
    protected ArticleVersion() {}

    public ArticleVersion(
            Article article, int number, String title, String text, String contentHash, Instant fetchedAt) {
        this.article = article;
        this.number = number;
        this.title = title;
        this.text = text;
        this.contentHash = contentHash;
        this.fetchedAt = fetchedAt;
    }
}
