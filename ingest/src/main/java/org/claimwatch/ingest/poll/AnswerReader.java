package org.claimwatch.ingest.poll;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.ingest.feed.ArticleShapes;
import org.claimwatch.ingest.feed.FeedParser;
import org.claimwatch.ingest.feed.NotAFeedException;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.robots.Visit;
import org.claimwatch.ingest.wall.Wall;
import org.claimwatch.ingest.wall.WallReader;
import org.jspecify.annotations.Nullable;

/** Reads what a visit brought: the feed, or the trouble by its name. */
final class AnswerReader {
    private static final int EXCERPT = 160;

    private AnswerReader() {}

    /**
     * Reads it, outside any transaction.
     *
     * @param asked the feed as it was when it was asked
     * @param known what the addresses of its articles look like
     */
    static Answer read(Feed asked, Visit visit, ArticleShapes known) {
        return switch (visit) {
            case Visit.Page page -> read(asked, page.reply(), known);
            case Visit.NotModified same -> new Answer.Same();
            case Visit.TooManyRequests wait ->
                nothing(wall(wait.reply())
                        .orElse(new Trouble(
                                FeedTrouble.ASKED_TOO_OFTEN,
                                wait.reply().status(),
                                "the host asked to be left alone")));
            case Visit.Disallowed no -> nothing(new Trouble(FeedTrouble.DISALLOWED, null, no.reason()));
            case Visit.Gone gone -> nothing(new Trouble(FeedTrouble.GONE, 410, gone.reason()));
            case Visit.Failed failed -> nothing(trouble(failed));
            case Visit.Later later -> throw new IllegalStateException("nothing was asked yet");
        };
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Answer read(Feed asked, Reply reply, ArticleShapes known) {
        if (asked.kind != null && asked.trouble == null && hash(reply.body()).equals(asked.bodyHash)) {
            return new Answer.Same();
        }
        boolean mayBePage = asked.kind == null || asked.kind == FeedKind.SECTION_PAGE;
        Optional<Trouble> wall = mayBePage && isWebPage(reply) ? wall(reply) : Optional.empty();
        if (wall.isPresent()) {
            return nothing(wall.get());
        }
        try {
            return new Answer.Read(
                    FeedParser.parse(reply.body(), reply.header("content-type"), reply.url(), asked.kind, known));
        } catch (NotAFeedException e) {
            return nothing(wall(reply).orElseGet(() -> notAFeed(asked.kind, reply, String.valueOf(e.getMessage()))));
        }
    }

    private static Trouble notAFeed(@Nullable FeedKind kind, Reply reply, String reason) {
        if (!isWebPage(reply)) {
            return new Trouble(FeedTrouble.UNREADABLE, reply.status(), reason + excerpt(reply));
        }
        boolean changed = kind == FeedKind.SECTION_PAGE;
        return new Trouble(
                changed ? FeedTrouble.NO_LINKS : FeedTrouble.WEB_PAGE, reply.status(), reason + excerpt(reply));
    }

    private static Trouble trouble(Visit.Failed failed) {
        Reply reply = failed.reply();
        FeedTrouble kind = switch (failed.why()) {
            case STATUS -> byStatus(reply == null ? 0 : reply.status());
            case ROBOTS_UNREACHABLE -> FeedTrouble.ROBOTS_UNREACHABLE;
            case REDIRECT_LOOP -> FeedTrouble.REDIRECT_LOOP;
            case UNKNOWN_HOST -> FeedTrouble.UNKNOWN_HOST;
            case CERTIFICATE -> FeedTrouble.CERTIFICATE;
            case TOO_LARGE -> FeedTrouble.TOO_LARGE;
            case UNREACHABLE -> FeedTrouble.UNREACHABLE;
        };
        return reply == null
                ? new Trouble(kind, null, failed.reason())
                : wall(reply).orElseGet(() -> new Trouble(kind, reply.status(), failed.reason() + excerpt(reply)));
    }

    private static FeedTrouble byStatus(int status) {
        return status == 404
                ? FeedTrouble.NOT_FOUND
                : status >= 500
                        ? FeedTrouble.SERVER_ERROR
                        : status >= 400 ? FeedTrouble.FORBIDDEN : FeedTrouble.UNREADABLE;
    }

    private static Optional<Trouble> wall(Reply reply) {
        if (reply.body().length == 0) {
            return Optional.empty();
        }
        Optional<Wall> wall = WallReader.insteadOfFeed(reply, text(reply));
        return wall.map(found -> new Trouble(found.kind(), reply.status(), found.evidence()));
    }

    private static boolean isWebPage(Reply reply) {
        String text = text(reply);
        String start = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
        return start.contains("<!doctype html") || start.contains("<html") || start.contains("<body");
    }

    private static String excerpt(Reply reply) {
        String words = text(reply)
                .replaceAll("(?s)<(script|style)\\b.*?</\\1>|<[^>]*>|\\s+", " ")
                .replaceAll(" +", " ")
                .strip();
        int end = words.offsetByCodePoints(0, Math.min(EXCERPT, words.codePointCount(0, words.length())));
        return words.isEmpty() ? "" : "; it says: " + words.substring(0, end) + (end < words.length() ? "…" : "");
    }

    private static String text(Reply reply) {
        return PageText.decode(reply.body(), reply.header("content-type"));
    }

    private static Answer nothing(Trouble trouble) {
        return new Answer.Nothing(trouble);
    }
}
