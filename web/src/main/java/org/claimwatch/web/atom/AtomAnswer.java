package org.claimwatch.web.atom;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers feed readers, which ask often: what they have already is not sent again (RFC 9110, conditional requests). */
public final class AtomAnswer {
    /** What the address of a feed ends with where its reader wants RSS 2.0. */
    public static final String RSS = "/rss";

    private AtomAnswer() {}

    /** The feed, 304 where the reader has it, or 404 with what to do. */
    public static void send(RoutingContext context, Optional<AtomFeed> feed, String otherwise) {
        HttpServerResponse response = context.response()
                .putHeader("Cache-Control", "private, max-age=300")
                .putHeader("X-Robots-Tag", "noindex");
        if (feed.isEmpty()) {
            response.setStatusCode(404)
                    .putHeader("Content-Type", "text/plain;charset=UTF-8")
                    .end(otherwise);
            return;
        }
        boolean rss = context.normalizedPath().endsWith(RSS);
        String xml = rss ? Rss.xml(feed.get()) : feed.get().xml();
        String tag = tag(xml);
        Instant modified = feed.get().updated().truncatedTo(ChronoUnit.SECONDS);
        response.putHeader("ETag", tag)
                .putHeader(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
        if (known(
                context.request().getHeader("If-None-Match"),
                context.request().getHeader("If-Modified-Since"),
                tag,
                modified)) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(
                            "Content-Type", (rss ? "application/rss+xml" : "application/atom+xml") + ";charset=UTF-8")
                    .end(xml);
        }
    }

    /** A tag that is asked for decides alone, as RFC 9110 has it: a date tells seconds only. */
    private static boolean known(@Nullable String tags, @Nullable String since, String tag, Instant modified) {
        if (tags != null) {
            return Arrays.stream(tags.split(",", -1))
                    .map(String::strip)
                    .anyMatch(asked -> asked.equals("*") || asked.equals(tag) || tag.equals("W/" + asked));
        }
        try {
            return since != null && !modified.isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Weak, because the answer may be compressed on its way. */
    private static String tag(String xml) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(xml.getBytes(StandardCharsets.UTF_8));
            return "W/\"%s\"".formatted(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
