package org.claimwatch.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.claimwatch.ingest.fetch.Reply;

/** What a host's robots.txt says to us (RFC 9309). */
final class RobotsRules {
    private static final String PRODUCT_TOKEN = "claimwatch";

    /** Beyond this a host asks not to be visited at all; a day's polls would not fit. */
    private static final long LONGEST_DELAY_MS = Duration.ofMinutes(10).toMillis();

    /** RFC 9309, 2.5: at least 500 KiB are read; what comes after is not looked at. */
    static final int LONGEST = 500 * 1024;

    /** A robots.txt that is not there allows everything. */
    static final RobotsRules NONE = new RobotsRules(new SimpleRobotRulesParser().failedFetch(404));

    private final BaseRobotRules rules;

    private RobotsRules(BaseRobotRules rules) {
        this.rules = rules;
    }

    /** Any answer but a server's error: a robots.txt that is not there allows everything (RFC 9309, 2.3.1.3). */
    static RobotsRules of(Reply reply) {
        return of(reply, PRODUCT_TOKEN);
    }

    /** What it says to a crawler of another name. */
    static RobotsRules of(Reply reply, String productToken) {
        if (reply.status() < 200 || reply.status() >= 300) {
            return NONE;
        }
        var parser = new SimpleRobotRulesParser(LONGEST_DELAY_MS, 0);
        parser.setExactUserAgentMatching(true);
        return new RobotsRules(parser.parseContent(
                reply.url().toString(), bounded(reply.body()), "text/plain", List.of(productToken)));
    }

    /** A rule that is cut through would be another rule, so its whole line is left out. */
    private static byte[] bounded(byte[] body) {
        if (body.length < LONGEST) {
            return body;
        }
        int end = LONGEST;
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(body, end);
    }

    boolean allow(URI address) {
        return rules.isAllowed(address.toString());
    }

    Duration crawlDelay() {
        return rules.getCrawlDelay() == BaseRobotRules.UNSET_CRAWL_DELAY
                ? Duration.ZERO
                : Duration.ofMillis(rules.getCrawlDelay());
    }

    List<String> sitemaps() {
        return rules.getSitemaps();
    }
}
