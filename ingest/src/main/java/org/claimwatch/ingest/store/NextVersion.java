package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.duplicate.OriginReader;
import org.claimwatch.ingest.extract.CheckedClaim;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.extract.PageMoment;
import org.jspecify.annotations.Nullable;

/** Tells whether a page says something new, and writes it as its article's next version with what that sets off. */
@ApplicationScoped
class NextVersion {
    private final EntityManager entityManager;
    private final OriginReader origins = new OriginReader();
    private final FactChecks factChecks;
    private final DataSource dataSource;
    private final Clock clock;

    NextVersion(EntityManager entityManager, FactChecks factChecks, DataSource dataSource, Clock clock) {
        this.entityManager = entityManager;
        this.factChecks = factChecks;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    boolean saysSomethingElse(ArticleVersion held, ExtractedArticle extracted, Article article) {
        String title = titleOf(extracted, article);
        return !held.contentHash.equals(hash(title, extracted.text()))
                && !(Substance.of(held.title).sameAs(Substance.of(title))
                        && Substance.of(held.text).sameAs(Substance.of(extracted.text())));
    }

    /** Writes it and has it analysed; the id of the version. */
    long keep(Article article, ExtractedArticle extracted, int number) {
        String title = titleOf(extracted, article);
        String hash = hash(title, extracted.text());
        ArticleVersion version = new ArticleVersion(article, number, title, extracted.text(), hash, clock.instant());
        version.language = extracted.language();
        version.authors = extracted.authors().toArray(String[]::new);
        version.section = extracted.section();
        version.imageUrl = extracted.image();
        PageMoment printed = extracted.published();
        version.publishedAt = published(printed, article.announcedAt);
        version.publishedDayOnly =
                printed != null && printed.time() == null && printed.instant().equals(version.publishedAt);
        version.modifiedAt =
                extracted.modified() == null ? null : extracted.modified().instant();
        entityManager.persist(version);
        entityManager.flush();
        keepOrigin(version);
        factChecks.keep(version, extracted.checked());
        enqueueWhatFollows(version);
        return Objects.requireNonNull(version.id);
    }

    /** What the page of a text that says the same has checked. */
    void keepChecked(ArticleVersion held, List<CheckedClaim> checked) {
        if (factChecks.keep(held, checked)) {
            // What it is linked to has to be found anew.
            held.analysedAt = null;
            held.analysisVersion = null;
            enqueueWhatFollows(held);
        }
    }

    private void keepOrigin(ArticleVersion version) {
        origins.read(version.text, List.of(version.authors), version.article.outlet.name)
                .ifPresent(origin -> entityManager
                        .createNativeQuery("""
                                insert into named_origin (article_version_id, name, evidence, span_start, span_end)
                                values (:version, :name, :evidence, cast(:start as integer), cast(:end as integer))""")
                        .setParameter("version", version.id)
                        .setParameter("name", origin.name())
                        .setParameter("evidence", origin.evidence())
                        .setParameter("start", origin.inText() ? origin.start() : null)
                        .setParameter("end", origin.inText() ? origin.end() : null)
                        .executeUpdate());
    }

    private void enqueueWhatFollows(ArticleVersion version) {
        long id = version.id == null ? 0 : version.id;
        Queue.INGEST
                .client(dataSource)
                .scheduleIfNotExists(LinkDuplicates.TASK
                        .instance(Long.toString(id))
                        .data(new LinkDuplicates(id))
                        .scheduledTo(clock.instant()));
        Queue.ANALYSIS
                .client(dataSource)
                .scheduleIfNotExists(AnalyseVersion.TASK
                        .instance(Long.toString(id))
                        .data(new AnalyseVersion(id))
                        .scheduledTo(clock.instant()));
    }

    private static String titleOf(ExtractedArticle extracted, Article article) {
        String title = extracted.title() == null ? article.announcedTitle : extracted.title();
        return title == null ? article.url : title;
    }

    /** A page that knows the day alone leaves the time to the feed, where both speak of about the same day. */
    private static @Nullable Instant published(@Nullable PageMoment page, @Nullable Instant announced) {
        if (page == null) {
            return announced;
        }
        boolean sameDay = announced != null
                && Math.abs(announced.getEpochSecond() - page.instant().getEpochSecond()) < 36 * 3600;
        return (page.time() == null || page.zone() == null) && sameDay ? announced : page.instant();
    }

    private static String hash(String title, String text) {
        try {
            byte[] bytes = (title + "\n\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
