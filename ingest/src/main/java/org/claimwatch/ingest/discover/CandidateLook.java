package org.claimwatch.ingest.discover;

import java.net.URI;
import java.util.List;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.ingest.feed.FeedParser;
import org.claimwatch.ingest.feed.NotAFeedException;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.fetch.PageTree;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.robots.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking an address whether it is a feed.
 *
 * @param feed what it announces; null where it is none
 * @param reason why it is none, for a person to read
 * @param movedTo where it has moved to for good
 * @param leads further addresses that what came names
 */
record CandidateLook(
        @Nullable ParsedFeed feed,
        @Nullable String reason,
        @Nullable URI movedTo,
        List<Lead> leads) {

    static CandidateLook of(CandidateOrigin origin, Visit visit) {
        return switch (visit) {
            case Visit.Page page -> read(origin, page);
            case Visit.NotModified same ->
                refused("it says that nothing has changed, though it was never asked before");
            case Visit.TooManyRequests wait -> refused("the host asked to be left alone for now");
            case Visit.Disallowed no -> refused(no.reason());
            case Visit.Gone gone -> refused(gone.reason());
            case Visit.Failed failed -> refused(failed.reason());
            case Visit.Later later -> throw new IllegalStateException("nothing was asked yet");
        };
    }

    static boolean isWebPage(Reply reply) {
        try {
            FeedParser.parse(reply.body(), reply.header("content-type"), reply.url(), FeedKind.RSS);
            return false;
        } catch (NotAFeedException e) {
            String text = PageText.decode(reply.body(), reply.header("content-type"));
            return text.substring(0, Math.min(text.length(), 4_000)).contains("<");
        }
    }

    private static CandidateLook read(CandidateOrigin origin, Visit.Page page) {
        Reply reply = page.reply();
        boolean listsArticles = origin == CandidateOrigin.SECTION || origin == CandidateOrigin.HOME_PAGE;
        try {
            ParsedFeed feed = FeedParser.parse(
                    reply.body(),
                    reply.header("content-type"),
                    reply.url(),
                    listsArticles ? FeedKind.SECTION_PAGE : FeedKind.RSS);
            if (!feed.sitemaps().isEmpty()) {
                String what = "a list of %d sitemaps; the ones for news or with the latest changes are looked at"
                        .formatted(feed.sitemaps().size());
                return new CandidateLook(null, what, null, Sitemaps.pick(feed.sitemaps()));
            }
            return feed.entries().isEmpty()
                    ? refused("it announces nothing")
                    : new CandidateLook(feed, null, page.movedTo(), List.of());
        } catch (NotAFeedException e) {
            boolean mayNameFeeds = origin == CandidateOrigin.LINK || origin == CandidateOrigin.COMMON_PATH;
            return new CandidateLook(
                    null, String.valueOf(e.getMessage()), null, mayNameFeeds ? feedsNamedOn(reply) : List.of());
        }
    }

    /** Many outlets have a page that explains and lists their feeds. */
    private static List<Lead> feedsNamedOn(Reply reply) {
        String html = PageText.decode(reply.body(), reply.header("content-type"));
        return FeedLinks.of(PageTree.parse(html, reply.url().toString())).linked().stream()
                .map(url -> new Lead(url, CandidateOrigin.LINK))
                .toList();
    }

    private static CandidateLook refused(String reason) {
        return new CandidateLook(null, reason, null, List.of());
    }
}
