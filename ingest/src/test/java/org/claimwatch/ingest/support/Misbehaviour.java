package org.claimwatch.ingest.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.ingest.support.SimulatedHost.Behaviour;

/** What hosts do to a crawler, and how the feed is to end: its state, its trouble, and what a person is told. */
public enum Misbehaviour {
    DRIPS("FAILING", "UNREACHABLE|TOO_LARGE", "did not finish within|did not answer in time", c -> {
        c.write(head());
        while (true) {
            c.write(new byte[] {'.'});
            Thread.sleep(20);
        }
    }),
    SENDS_WITHOUT_END("FAILING", "TOO_LARGE", "more than", c -> {
        c.write(head());
        while (true) {
            c.write(new byte[8_192]);
        }
    }),
    SENDS_A_BOMB("FAILING", "TOO_LARGE", "more than|unpack", c -> c.send(200, bomb(), "Content-Encoding: gzip")),
    REDIRECTS_IN_CIRCLES("FAILING", "REDIRECT_LOOP", "redirect", c -> c.send(302, "", "Location: " + c.path())),
    REDIRECTS_INSIDE(
            "FAILING",
            "DISALLOWED",
            "no address of the open web",
            c -> c.send(302, "", "Location: http://127.0.0.2:8080/admin")),
    REDIRECTS_TO_A_FILE(
            "FAILING", "DISALLOWED", "not fetched|redirects", c -> c.send(301, "", "Location: file:///etc/passwd")),
    ASKS_FOR_PEACE("FAILING", "ASKED_TOO_OFTEN", "left alone", c -> c.send(429, "")),
    ASKS_FOR_AN_HOUR("FAILING", "ASKED_TOO_OFTEN", "left alone", c -> c.askForPeace(429, 3_600)),
    IS_BUSY_FOR_AN_HOUR("FAILING", "ASKED_TOO_OFTEN", "left alone", c -> c.askForPeace(503, 3_600)),
    IS_GONE("RETIRED", "GONE", "gone", c -> c.send(410, "")),
    HAS_MOVED("ACTIVE", "", "", c -> {
        if (c.path().equals("/feed")) {
            c.send(301, "", "Location: /moved");
        } else {
            c.send(200, feed(c.host(), 0));
        }
    }),
    BLOCKS(
            "FAILING",
            "BLOCKED",
            "403|block|forb",
            c -> c.send(403, "<html><title>Attention Required!</title><h1>Sorry, you have been blocked</h1>")),
    WANTS_CONSENT(
            "FAILING",
            "CONSENT_WALL",
            "consent",
            c -> c.send(
                    200,
                    "<!doctype html><html><title>Before you continue</title><h1>Your privacy</h1><p>We and our 812 partners"
                            + " use cookies and process personal data for personalised advertising. You can withdraw your"
                            + " consent at any time.</p><form><button>Accept all cookies</button></form>")),
    SENDS_GARBAGE("FAILING", "UNREADABLE", "no feed|not a feed|neither", c -> c.send(200, noise())),
    SENDS_NOTHING("FAILING", "UNREADABLE", "empty", c -> c.send(200, "")),
    LIES_ABOUT_ITS_CHARSET(
            "ACTIVE",
            "",
            "",
            c -> c.send(
                    200,
                    "<rss><channel><title>Straße für Bücher</title><item><title>Ein Artikel über Bücher</title></item></channel></rss>"
                            .getBytes(Charset.forName("windows-1252")),
                    "Content-Type: text/xml; charset=utf-8")),
    RESETS("FAILING", "UNREACHABLE", "connection", SimulatedHost.Conversation::reset),
    FALLS_SILENT("FAILING", "UNREACHABLE", "in time|within", SimulatedHost.Conversation::fallSilent),
    SENDS_HUGE_HEADERS(
            "FAILING",
            "TOO_LARGE",
            "header",
            c -> c.send(200, feed(c.host(), 0), ("X: " + "x".repeat(60_000) + "\r\n").repeat(20) + "Y: y")),
    SENDS_MANY_HEADERS(
            "FAILING", "TOO_LARGE", "header", c -> c.send(200, feed(c.host(), 0), "X: y\r\n".repeat(5_000) + "Y: y")),
    ANSWERS_304_FOR_EVER("ACTIVE|FAILING", "", "", c -> c.send(304, "", "ETag: \"x\"")),
    LIES_ABOUT_VALIDATORS("ACTIVE", "", "", c -> {
        if (c.isConditional()) {
            c.send(304, "");
        } else {
            c.send(200, feed(c.host(), 0), "ETag: \"always\"", "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT");
        }
    }),
    FORBIDS("FAILING", "DISALLOWED", "disallows", c -> c.send(200, feed(c.host(), 0))) {
        @Override
        String robots() {
            return "User-agent: *\nDisallow: /feed\n";
        }
    },
    HIDES_ITS_ROBOTS("FAILING", "ROBOTS_UNREACHABLE", "robots.txt", c -> c.send(200, feed(c.host(), 0))) {
        @Override
        int robotsStatus() {
            return 503;
        }
    },
    HAS_A_HUGE_ROBOTS("ACTIVE", "", "", c -> c.send(200, feed(c.host(), 0))) {
        @Override
        String robots() {
            return "User-agent: *\nAllow: /\n" + "# nothing\n".repeat(100_000);
        }
    },
    ASKS_FOR_A_DELAY("ACTIVE", "", "", c -> c.send(200, feed(c.host(), 0))) {
        @Override
        String robots() {
            return "User-agent: *\nCrawl-delay: 1\n";
        }
    };

    private final String states;
    private final String troubles;
    private final String told;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private final Behaviour behaviour;

    Misbehaviour(String states, String troubles, String told, Behaviour behaviour) {
        this.states = states;
        this.troubles = troubles;
        this.told = told;
        this.behaviour = behaviour;
    }

    /** Regular expression over the names of feed states. */
    public String states() {
        return states;
    }

    /** Regular expression over the names of troubles, empty where there is none. */
    public String troubles() {
        return troubles;
    }

    /** Regular expression, empty where nothing is wrong. */
    public String told() {
        return told;
    }

    public void begin(SimulatedHost host, Duration gap) {
        host.expecting(this == ASKS_FOR_A_DELAY ? Duration.ofSeconds(1) : gap, this == FORBIDS ? "/feed" : null);
        host.behave(c -> {
            if (c.path().equals("/robots.txt")) {
                c.send(robotsStatus(), robots());
            } else {
                behaviour.answer(c);
            }
        });
    }

    String robots() {
        return "";
    }

    int robotsStatus() {
        return robots().isEmpty() ? 404 : 200;
    }

    /** A feed that announces so many articles of its host. */
    public static String feed(SimulatedHost host, int articles) {
        StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>Simulated</title>");
        for (int i = 0; i < articles; i++) {
            feed.append("<item><title>Article ")
                    .append(i)
                    .append("</title><link>")
                    .append(host.base())
                    .append("/news/article-")
                    .append(i)
                    .append("</link></item>");
        }
        return feed + "</channel></rss>";
    }

    public static String article(String path) {
        return "<!doctype html><html lang='en'><head><title>Report on " + path
                + "</title></head><body><article><h1>Report on " + path
                + "</h1>"
                + ("<p>The council voted on Tuesday to keep the harbour open through the winter, the mayor said after "
                                + path + " was read out.</p>")
                        .repeat(6)
                + "</article></body></html>";
    }

    private static byte[] head() {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[4_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] noise() {
        byte[] noise = new byte[5_000];
        new java.util.Random(3).nextBytes(noise);
        return noise;
    }
}
