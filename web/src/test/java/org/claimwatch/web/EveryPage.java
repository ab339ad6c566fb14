package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.web.mail.StopLink;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Doors;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Searching;
import org.claimwatch.web.support.Shelf;
import org.claimwatch.web.support.Stranger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The address of every page, over data that give each something to show, for whoever looks at all of them. */
abstract class EveryPage {
    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Searching searching;

    @Inject
    Shelf shelf;

    @Inject
    Stranger stranger;

    @Inject
    Doors doors;

    @Inject
    StopLink stopLink;

    private Stranger.@Nullable Rows strange;
    private Stranger.@Nullable Rows replaced;

    @TestHTTPResource("/")
    URI home;

    @AfterEach
    void tidy() {
        searching.tidy();
        if (strange != null) {
            stranger.remove(strange);
        }
        if (replaced != null) {
            stranger.remove(replaced);
        }
        desk.forgetChecks();
    }

    Map<String, String> pages(Made made) {
        long running = searching.start("https://searched.example/running");
        searching.found(running, "https://searched.example/feed", FeedKind.RSS, "Alle Meldungen", true);
        long done = searching.start("https://searched.example/");
        searching.found(done, "https://searched.example/feed", FeedKind.RSS, "Alle Meldungen", true);
        searching.found(
                done, "https://searched.example/a-long-address/of/a/section.rss", FeedKind.ATOM, "Sport", false);
        searching.refused(done, "https://searched.example/rss.xml", "searched.example answered 404");
        searching.end(done, SearchState.DONE, null);
        long failed = searching.start("https://searched.example/failed");
        searching.end(failed, SearchState.FAILED, "there is no host named searched.example");
        String handedIn = Forms.upload("/outlets/import", "list", "outlets.csv", """
                        name,home page,country,feeds
                        Imported,https://import.searched.example/,AT,https://import.searched.example/a-long-address/feed.rss
                        Imported too,https://import2.searched.example/,,
                        Bad,nowhere,Austria,
                        Twice,https://import.searched.example/,,
                        """.getBytes(StandardCharsets.UTF_8))
                .header("Location")
                .replaceFirst(".*/", "");
        var pages = new LinkedHashMap<String, String>();
        pages.put("today", "/");
        pages.put("today-reversals", "/today/reversals?period=all");
        pages.put("today-spikes", "/today/spikes");
        pages.put("today-trouble", "/today/trouble");
        pages.put("claims", "/claims?compare=before");
        pages.put("claim", "/claims/" + checked());
        pages.put("claim-doubtful", "/claims/" + doubtful());
        pages.put("claim-replaced", "/claims/" + replaced());
        pages.put("claim-contested", "/claims/" + press.claim("cf-obs-dalmara-only"));
        pages.put("stories", "/stories");
        pages.put("stories-moving", "/stories?show=moving");
        pages.put("story", "/stories/" + press.story("ceasefire-orrin"));
        pages.put("article", "/articles/" + press.article("hal-0909-kessa-shelling"));
        pages.put("article-speaker", "/articles/" + press.article("hal-0909-kessa-shelling") + "?speaker=Anton+Grebik");
        pages.put(
                "article-layers",
                "/articles/" + press.article("hal-0909-kessa-shelling") + "?show=statements,stance,own,changes");
        pages.put("article-changes", "/articles/" + press.article("hal-0909-kessa-shelling") + "/changes");
        pages.put("article-reprint", "/articles/" + press.article("gaz-0913-accord-reprint"));
        pages.put("article-arabic", "/articles/" + press.article("sad-0910-rubelin-deaths"));
        long archived = press.article("hal-0909-kessa-shelling");
        shelf.put(
                archived,
                "<!doctype html><html lang=en><title>Page</title><main><h1>The page</h1><p>As fetched.</p></main>");
        pages.put("article-archived", "/articles/" + archived + "/versions/1/archived");
        pages.put(
                "article-not-archived",
                "/articles/" + press.article("sad-0910-rubelin-deaths") + "/versions/1/archived");
        pages.put("article-erase", "/articles/" + archived + "/erase");
        pages.put("actors", "/actors");
        pages.put("actors-new", "/actors?show=new");
        pages.put("actor", "/actors/" + press.actor("Nadia Ferrow"));
        pages.put("outlets", "/outlets");
        pages.put("outlet", "/outlets/" + press.outlet("Sable Harbour Gazette"));
        pages.put("feeds", "/feeds");
        pages.put("feeds-in-trouble", "/feeds?show=trouble");
        pages.put("outlet-retention", "/outlets/" + press.outlet("Sable Harbour Gazette") + "/retention");
        pages.put("outlet-new", "/outlets/new");
        pages.put("outlet-search-running", "/outlets/searches/" + running);
        pages.put("outlet-search", "/outlets/searches/" + done);
        pages.put("outlet-search-failed", "/outlets/searches/" + failed);
        pages.put("outlet-import", "/outlets/import");
        pages.put("outlet-import-preview", "/outlets/import/" + handedIn);
        pages.put("matrix", "/matrix?period=all");
        pages.put("matrix-cell", "/matrix?period=all&of=" + press.actor("Davor Selenik") + "&on=Kareth");
        pages.put("matrix-outlets", "/matrix?by=outlet&period=all&holder=a");
        pages.put("network", "/network?period=all&q=-zebra");
        pages.put("network-nothing", "/network?period=own&from=2001-01-01&to=2001-01-02");
        pages.put("search", "/search?q=speaker%3Aferrow+-zebra&period=all");
        pages.put("search-facets", "/search?q=ceasefire&period=all&facets=now");
        pages.put("search-nothing", "/search?q=topic%3Anothing+zebra");
        pages.put("search-misread", "/search?q=ceasefire+topi%3Awar&period=all");
        pages.put(
                "search-form",
                "/search/form?q=dam+speaker%3Aferrow+stance%3Aagainst+-outlet%3A%3DHarbor+%28a+OR+lang%3Aen%29");
        pages.put("search-form-misread", "/search/form/written?lang=1&near=dam&speaker=ferrow");
        pages.put("search-keep", "/teams/river-desk/searches/new?q=dam+speaker%3Aferrow&period=30d");
        Forms.post("/teams/river-desk/searches", Map.of("name", "The dam", "query", "dam", "whose", "team"));
        Forms.post("/teams/river-desk/searches", Map.of("name", "Anybody", "query", "", "view", "as=claims"));
        pages.put("searches", "/teams/river-desk/searches");
        Forms.post("/teams/river-desk/basket", Map.of("tick", statements()));
        pages.put("basket", "/teams/river-desk/basket");
        pages.put("account", "/account");
        pages.put("system", "/system");
        pages.put("team", "/teams/river-desk");
        pages.put("team-audit", "/teams/river-desk/audit");
        pages.put("monitors", "/teams/river-desk/monitors");
        pages.put("monitor", "/teams/river-desk/monitors/" + made.monitor());
        pages.put("monitor-claims", "/teams/river-desk/monitors/" + made.monitor() + "?as=claims");
        pages.put("monitor-stories", "/teams/river-desk/monitors/" + made.monitor() + "?as=stories&period=all");
        pages.put(
                "monitor-new-since",
                "/teams/river-desk/monitors/" + made.monitor()
                        + "?new-from=2020-01-01T00:00:00Z&new-to=2100-01-01T00:00:00Z");
        pages.put("monitor-edit", "/teams/river-desk/monitors/" + made.monitor() + "/edit");
        pages.put("reviews", "/teams/river-desk/reviews");
        pages.put(
                "coding-round",
                Forms.postAndFollow(
                        "/teams/river-desk/coding", Map.of("name", "A round of " + System.nanoTime(), "size", 3)));
        String closed = Forms.postAndFollow(
                "/teams/river-desk/coding", Map.of("name", "A closed round of " + System.nanoTime(), "size", 3));
        Forms.post(closed + "/close", Map.of());
        pages.put("coding-round-closed", closed);
        pages.put("coding", "/teams/river-desk/coding");
        Forms.post("/teams/river-desk/shares", Map.of("monitor", made.monitor(), "days", 7));
        pages.put("shares", "/teams/river-desk/shares");
        pages.put("verdicts", "/teams/river-desk/verdicts");
        pages.put("verdicts-published", published());
        pages.put("notes", "/teams/river-desk/notes");
        pages.put("tag", "/teams/river-desk/tags/" + desk.annotated("river-desk", press.claim("cf-obs-both")));
        pages.put("merges", "/teams/river-desk/merges");
        pages.put("merge-actor", "/teams/river-desk/merges/actors/" + press.actor("Nadia Ferrow") + "?like=a");
        pages.put("merge-claim", "/teams/river-desk/merges/claims/" + press.claim("cf-obs-dalmara-only"));
        pages.put("review-queue", "/teams/river-desk/reviews/queue");
        pages.put("digests", "/teams/river-desk/digests");
        pages.put("digest", "/teams/river-desk/digests/" + made.digest());
        pages.put("digest-preview", "/teams/river-desk/digests/" + made.digest() + "/preview");
        pages.put("digest-own", "/teams/river-desk/digests/mine/new?monitor=" + made.monitor());
        pages.put("digest-edit", "/teams/river-desk/digests/" + made.digest() + "/edit");
        pages.put("alerts", "/teams/river-desk/alerts");
        pages.put("alerts-of-monitor", "/teams/river-desk/alerts/of/" + made.monitor());
        pages.put("network-pair", pair());
        pages.put("monitor-new", "/teams/river-desk/monitors/new?q=dam");
        pages.put("shared", doors.shared("river-desk"));
        pages.put("invitation", doors.invitation("river-desk"));
        pages.put("stop", stopLink.path(desk.teamId("river-desk")));
        pages.put("article-gone", doors.erased("river-desk"));
        pages.put("error", "/claims/999999999");
        return pages;
    }

    /** For two who look at the same time. */
    static List<Map<String, String>> halves(Map<String, String> pages) {
        List<Map<String, String>> halves = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
        pages.forEach((title, path) -> {
            Map<String, String> less =
                    halves.getFirst().size() > halves.getLast().size() ? halves.getLast() : halves.getFirst();
            less.put(title, path);
        });
        return halves;
    }

    /** Two who agree on four claims, as the table opens them. */
    private String pair() {
        long one = press.actor("Central Election Commission of Kareth");
        long other = press.actor("Petra Valdomir");
        return "/network?period=all&of=%d&with=%d".formatted(Math.min(one, other), Math.max(one, other));
    }

    /** A claim with a verdict that was changed once, and with what may be a fact-check. */
    private long checked() {
        long claim = press.claim("cf-obs-both");
        for (String rating : List.of("Half true", "Misleading")) {
            Forms.post(
                    "/teams/river-desk/verdicts",
                    Map.of(
                            "claim",
                            claim,
                            "rating",
                            rating,
                            "value",
                            2,
                            "best",
                            5,
                            "explanation",
                            "The observers were in both towns, but not on that day.",
                            "url",
                            "https://check.example/the-observers-of-the-orrin",
                            "organisation",
                            "Tarn Facts",
                            "claimant",
                            "Nadia Ferrow"));
        }
        desk.forgetChecks();
        desk.checkOf(claim, press.article("cth-0911-half-point"), "The observers had seen everything");
        return claim;
    }

    /** A claim of which no reading is likely, one of them of a day without an hour; it is gone again afterwards. */
    private long doubtful() {
        String words = "The lighthouse of Kessa was dark on the night of the shelling";
        if (strange != null) {
            return strange.claim();
        }
        strange = stranger.put(words, "http://strange.searched.example/", 0.6f, Instant.parse("2025-09-16T00:00:00Z"));
        stranger.publishAnew(strange, words, 0.55f, Instant.parse("2025-09-17T08:00:00Z"));
        return strange.claim();
    }

    /** A claim that its only outlet took out again; it is gone afterwards. */
    private long replaced() {
        if (replaced == null) {
            String words = "The ferry of Kessa ran on the day after the shelling";
            replaced =
                    stranger.put(words, "http://hasty.searched.example/", 0.9f, Instant.parse("2025-09-16T00:00:00Z"));
            stranger.takeOut(replaced, words, Instant.parse("2025-09-17T08:00:00Z"));
        }
        return replaced.claim();
    }

    private static String published() {
        Forms.post("/teams/river-desk/verdicts/publish", Map.of("open", "yes"));
        var link = Pattern.compile("href=\"https?://[^/]+(/claim-reviews/[A-Za-z0-9_.-]+)\"")
                .matcher(given().get("/teams/river-desk/verdicts").asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Some that a page shows. */
    private static List<String> statements() {
        return Pattern.compile("name=\"tick\" value=\"(\\d+)\"")
                .matcher(given().get("/search?period=all").asString())
                .results()
                .map(tick -> tick.group(1))
                .limit(3)
                .toList();
    }
}
