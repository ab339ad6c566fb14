package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.ingest.archive.KeptPages;
import org.claimwatch.ingest.archive.PageCopy;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.robots.Visit;
import org.claimwatch.ingest.wall.Wall;
import org.claimwatch.ingest.wall.WallReader;
import org.jspecify.annotations.Nullable;

/** Reads on where an article goes on on further pages, each visited like any other, and keeps them over the waits between. */
@ApplicationScoped
class FollowingPages {
    /** A page that cannot be had now holds up the news no longer than these; half an hour, with the pauses between. */
    private static final int TRIES = 3;

    private static final Duration PEACE = Duration.ofMinutes(10);

    private final PagesUnderWay underWay;
    private final PoliteFetcher fetcher;
    private final KeptPages keptPages;
    private final ArticleExtractor extractor;
    private final FetchConfig config;
    private final Clock clock;

    FollowingPages(
            PagesUnderWay underWay, PoliteFetcher fetcher, KeptPages keptPages, FetchConfig config, Clock clock) {
        this.underWay = underWay;
        this.fetcher = fetcher;
        this.keptPages = keptPages;
        this.extractor = new ArticleExtractor(clock);
        this.config = config;
        this.clock = clock;
    }

    /** How far a reading came. */
    sealed interface Outcome {
        /** It is not our turn yet. */
        record Later(Instant at) implements Outcome {}

        /** The next page could not be had; it may be had soon. */
        record Failed(String reason) implements Outcome {}

        /**
         * There is nothing more to read.
         *
         * @param early why not, where the article goes on
         */
        record Ended(PagesRead pages, @Nullable String early) implements Outcome {}
    }

    /** The pages that an earlier visit has read. */
    Optional<PagesRead> begun(long articleId) {
        List<PageCopy> pages = underWay.of(articleId);
        return pages.isEmpty() ? Optional.empty() : Optional.of(PagesRead.of(pages, extractor, config.maxBytes()));
    }

    /** Takes an article's first page; empty where it cannot be kept until the others have come. */
    Optional<PagesRead> begin(long articleId, Reply reply, ExtractedArticle article) {
        Optional<PageCopy> copy = keptPages.copy(articleId, reply, null);
        copy.ifPresent(page -> underWay.add(articleId, 1, page));
        return copy.map(page -> new PagesRead(List.of(new PagesRead.Page(page, article))));
    }

    /** Visits pages until one has to wait. */
    Outcome goOn(Article article, PagesRead begun, int failures) {
        PagesRead pages = begun;
        for (String next = pages.next(); next != null; next = pages.next()) {
            Optional<String> limit = pages.limit();
            if (limit.isPresent()) {
                return ended(pages, limit.get());
            }
            boolean mayComeYet = article.fetchState != FetchState.FETCHED && failures + 1 < TRIES;
            switch (fetcher.visit(next, Validators.NONE)) {
                case Visit.Page page -> {
                    Taken taken = take(article, pages, page.reply());
                    if (taken.refusal() != null) {
                        return ended(pages, taken.refusal());
                    }
                    pages = taken.pages();
                }
                case Visit.Later later -> {
                    return new Outcome.Later(later.at());
                }
                case Visit.TooManyRequests wait -> {
                    return new Outcome.Later(
                            wait.retryAfter().orElse(clock.instant().plus(PEACE)));
                }
                case Visit.Failed failed
                when mayComeYet && !failed.lasting() -> {
                    return new Outcome.Failed(failed.reason());
                }
                case Visit.Failed failed -> {
                    return ended(pages, failed.reason());
                }
                case Visit.Disallowed no -> {
                    return ended(pages, no.reason());
                }
                case Visit.Gone gone -> {
                    return ended(pages, gone.reason());
                }
                case Visit.NotModified same -> {
                    return ended(pages, "the host answered 304 to a question without conditions");
                }
            }
        }
        return new Outcome.Ended(pages, null);
    }

    private static Outcome ended(PagesRead pages, String reason) {
        return new Outcome.Ended(pages, "page " + (pages.count() + 1) + " was not read: " + reason);
    }

    /** The pages with one more, or why it is none of them. */
    private record Taken(PagesRead pages, @Nullable String refusal) {}

    private Taken take(Article article, PagesRead pages, Reply reply) {
        String html = PageText.decode(reply.body(), reply.header("content-type"));
        ExtractedArticle came = extractor.extract(html, reply.url().toString());
        Optional<Wall> wall = WallReader.insteadOfArticle(reply, html, came.text());
        Optional<String> refusal =
                wall.map(found -> "a wall came: " + found.evidence()).or(() -> pages.refusal(reply.url(), came));
        Optional<PageCopy> copy = keptPages.copy(
                Objects.requireNonNull(article.id), reply, pages.copies().getFirst());
        if (refusal.isPresent() || copy.isEmpty()) {
            return new Taken(pages, refusal.orElse("what went over the wire is not known"));
        }
        underWay.add(article.id, pages.count() + 1, copy.get());
        return new Taken(pages.with(new PagesRead.Page(copy.get(), came)), null);
    }
}
