package org.claimwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.ValidatorTruth;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * Learns whether a server's "not modified" can be believed.
 *
 * <p>After a day of nothing but "not modified", or sooner where so many entries were due, a feed is asked without
 * validators. If it has changed, the server is put on trial: it is asked once more with the validators of the body
 * that is known to be outdated. An honest server sends the feed; one that still says "not modified" is caught.
 */
final class ValidatorCheck {
    static final Duration CHECK_AFTER = Duration.ofHours(24);
    static final Duration CHECK_AFTER_AT_LEAST = Duration.ofHours(1);

    /** So many entries overdue make "not modified" suspicious before the day is over. */
    private static final double SUSPICIOUS = 5;

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    private ValidatorCheck() {}

    /** What to ask with. */
    static Validators toSend(Feed feed, Rhythm rhythm, Instant now) {
        boolean checked =
                feed.validators != ValidatorTruth.LYING && (feed.validatorsOnTrial || !isDue(feed, rhythm, now));
        return checked ? new Validators(feed.etag, feed.lastModified) : Validators.NONE;
    }

    private static boolean isDue(Feed feed, Rhythm rhythm, Instant now) {
        Instant last = feed.lastBodyAt;
        if (last == null) {
            return false;
        }
        Duration since = Duration.between(last, now);
        return since.compareTo(CHECK_AFTER) >= 0
                || (since.compareTo(CHECK_AFTER_AT_LEAST) >= 0 && rhythm.expected(last, now) >= SUSPICIOUS);
    }

    static void onNotModified(Feed feed, Instant now) {
        if (feed.validatorsOnTrial) {
            learn(
                    feed,
                    ValidatorTruth.LYING,
                    "it answered “not modified” to %s of a version that it no longer serves".formatted(named(feed)),
                    now);
            feed.validatorsOnTrial = false;
            feed.etag = null;
            feed.lastModified = null;
        }
    }

    /**
     * @param sent what was asked with
     * @param entriesAdded whether the body announced something unknown
     */
    static void onBody(Feed feed, Reply reply, Validators sent, boolean entriesAdded, Instant now) {
        String etag = reply.header("etag");
        String lastModified = reply.header("last-modified");
        String hash = AnswerReader.hash(reply.body());
        boolean sameBody = hash.equals(feed.bodyHash);
        boolean sameValidators = Objects.equals(etag, feed.etag) && Objects.equals(lastModified, feed.lastModified);
        boolean had = feed.etag != null || feed.lastModified != null;
        boolean check = had && sent.equals(Validators.NONE);
        boolean keepOld = false;
        if (feed.validators != ValidatorTruth.LYING) {
            if (etag == null && lastModified == null) {
                learn(feed, ValidatorTruth.NONE, "it sends neither ETag nor Last-Modified", now);
            } else if (check && entriesAdded && sameValidators) {
                String evidence = "%s stayed the same though new entries came".formatted(named(feed));
                learn(feed, ValidatorTruth.LYING, evidence, now);
            } else if (check && entriesAdded) {
                keepOld = true;
            } else if (check && sameBody && sameValidators) {
                learn(feed, ValidatorTruth.HONEST, "asked without them, the same feed came", now);
            } else if (feed.validatorsOnTrial) {
                learn(feed, ValidatorTruth.HONEST, "asked with outdated ones, the new feed came", now);
            } else if (had && sameBody && !sameValidators) {
                learn(feed, ValidatorTruth.RESTLESS, "they changed though the feed did not", now);
            }
        }
        feed.validatorsOnTrial = keepOld;
        if (!keepOld) {
            feed.etag = feed.validators == ValidatorTruth.LYING ? null : etag;
            feed.lastModified = feed.validators == ValidatorTruth.LYING ? null : lastModified;
        }
        feed.bodyHash = hash;
        feed.lastBodyAt = now;
    }

    /** A feed that moved is asked at its new address as if nothing were known. */
    static void onMove(Feed feed) {
        feed.validators = null;
        feed.validatorsEvidence = null;
        feed.validatorsSince = null;
        feed.validatorsOnTrial = false;
    }

    static void noteClock(Feed feed, Reply reply, Instant now) {
        feed.clockSkewSeconds = reply.hostsClock()
                .map(clock -> Duration.between(now, clock))
                .filter(skew -> skew.abs().compareTo(CLOCKS_MAY_DIFFER) > 0)
                .map(skew -> Math.clamp(skew.toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(null);
    }

    private static void learn(Feed feed, ValidatorTruth truth, String evidence, Instant now) {
        if (feed.validators != truth) {
            feed.validators = truth;
            feed.validatorsEvidence = evidence;
            feed.validatorsSince = now;
        }
    }

    private static String named(Feed feed) {
        return feed.etag != null ? "the ETag " + shortened(feed.etag) : "Last-Modified " + shortened(feed.lastModified);
    }

    private static String shortened(@Nullable String header) {
        String text = String.valueOf(header);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
