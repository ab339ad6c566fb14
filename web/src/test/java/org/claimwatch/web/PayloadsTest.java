package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.common.support.Payloads;
import org.claimwatch.common.support.Payloads.Payload;
import org.claimwatch.web.layout.ResponseHeaders;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.BarePage;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.claimwatch.web.support.Trap;
import org.junit.jupiter.api.Test;

/**
 * Payloads in every text that comes from outlets, feeds and addresses: on no page does one run, even where the browser is
 * told to forget the page's policy; and each does run where a page is careless.
 */
@QuarkusTest
@AsAda
class PayloadsTest {
    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");

    /**
     * The texts of a stranger's rows: names of outlet, feed, author, speaker, actor, hop; titles of article, feed, story;
     * text, section, affiliation, words, cue, claim, two targets, reasons and evidence of a feed, three addresses.
     */
    private static final int TEXTS = 20;

    /** Those of a form's address. */
    private static final List<String> FIELDS = List.of(
            "all",
            "any",
            "none",
            "near",
            "by",
            "within",
            "speaker",
            "speaker-how",
            "target",
            "outlet",
            "via",
            "country",
            "lang",
            "form",
            "stance",
            "claim",
            "topic",
            "since",
            "until",
            "checkworthy",
            "doubtful",
            "rest",
            "period",
            "from",
            "to",
            "as");

    private static final Instant AT = Instant.parse("2025-09-17T16:00:00Z");

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    @Inject
    Desk desk;

    @Inject
    ResponseHeaders headers;

    @TestHTTPResource("/")
    URI home;

    @Test
    void run_on_no_page() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
        var rows = new LinkedHashMap<Payload, Stranger.Rows>();
        try (var two = Executors.newFixedThreadPool(2)) {
            Payloads.all().forEach(payload -> rows.put(payload, put(payload)));
            var made = desk.make("river-desk", "<script>top.hit=0</script>", "lang:en", AT, "ada@example.org");
            List<String> paths = Stream.concat(
                            rows.entrySet().stream().flatMap(row -> pagesOf(row.getKey(), row.getValue())),
                            lists(made, rows.values().iterator().next()).stream())
                    .toList();
            var first = two.submit(() -> caught(chromium.get(), paths.subList(0, paths.size() / 2)));
            var second = two.submit(() -> caught(chromium.get(), paths.subList(paths.size() / 2, paths.size())));
            assertThat(Stream.of(first.get(), second.get()))
                    .allSatisfy(half -> assertThat(half).isEmpty());
        } finally {
            rows.values().forEach(stranger::remove);
        }
        int count = Payloads.all().size() * (TEXTS + 1 + FIELDS.size());
        assertThat(count).isGreaterThanOrEqualTo(500);
        System.out.printf(
                "%d payloads: %d ways to write one × (%d stored texts, a query and %d fields of an address)%n",
                count, Payloads.all().size(), TEXTS, FIELDS.size());
    }

    private Stranger.Rows put(Payload payload) {
        String address = payload.address()
                ? payload.text()
                : "https://stranger%d.example/%s".formatted(payload.number(), payload.text());
        return stranger.put(payload.text(), address, 0.95f, AT);
    }

    private static Stream<String> pagesOf(Payload payload, Stranger.Rows stored) {
        String text = URLEncoder.encode(payload.text(), StandardCharsets.UTF_8);
        String fields = FIELDS.stream().map(field -> field + "=" + text).collect(Collectors.joining("&"));
        return Stream.of(
                "/articles/" + stored.article(),
                "/claims/" + stored.claim(),
                "/actors/" + stored.actor(),
                "/outlets/" + stored.outlet(),
                "/stories/" + stored.story(),
                "/search?period=own&from=%1$s&to=%1$s&as=%1$s&after=%1$s&q=%1$s".formatted(text),
                "/search/form/written?" + fields);
    }

    /** Whatever shows many of them at once, page by page. */
    private static List<String> lists(Desk.Made made, Stranger.Rows one) {
        String team = "/teams/river-desk";
        var single = Stream.of(
                "/?compare=before",
                "/outlets",
                "/matrix?period=all",
                "/matrix?period=all&by=outlet",
                "/network?period=all",
                "/system",
                "/outlets/" + one.outlet() + "/retention",
                "/articles/" + one.article() + "/changes",
                "/articles/" + one.article() + "/erase",
                "/articles/" + one.article() + "/versions/1/archived",
                team + "/monitors",
                team + "/monitors/" + made.monitor(),
                team + "/monitors/" + made.monitor() + "/edit",
                team + "/reviews",
                team + "/digests/" + made.digest(),
                team + "/digests/" + made.digest() + "/preview");
        var paged =
                Stream.of("/claims?order=recent", "/stories?x=", "/actors?x=").flatMap(PayloadsTest::pages);
        var found = Stream.of("statements", "articles", "claims", "stories")
                .map(kind -> "/search?q=outlet%3Ahit&as=" + kind);
        return Stream.of(single, paged, found).flatMap(paths -> paths).toList();
    }

    /** The first four. */
    private static Stream<String> pages(String list) {
        return Stream.iterate(
                        Optional.of(list),
                        Optional::isPresent,
                        page -> NEXT.matcher(given().urlEncodingEnabled(false)
                                        .get(page.orElseThrow())
                                        .asString())
                                .results()
                                .map(next -> next.group(1).replace("&amp;", "&"))
                                .findFirst())
                .limit(4)
                .map(Optional::orElseThrow);
    }

    /** What happened in a browser of its own, for one waits while its page is provoked. */
    private List<String> caught(Path chromium, List<String> paths) {
        try (Browser browser = Browser.open(chromium);
                Trap trap = Trap.set(browser, true, home.toString())) {
            List<String> caught = paths.stream()
                    .flatMap(path -> trap.caughtAt(home.resolve(path).toString()).stream()
                            .map(what -> path + ": " + what))
                    .toList();
            assertThat(trap.page().locator("main").count()).isOne();
            return caught;
        }
    }

    @Test
    void run_where_a_page_is_careless_and_not_even_there_under_our_policy() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        List<Payload> all = Payloads.all();
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(() -> faultsOf(chromium.get(), all.subList(0, all.size() / 2)));
            var second = two.submit(() -> faultsOf(chromium.get(), all.subList(all.size() / 2, all.size())));
            assertThat(Stream.of(first.get(), second.get()))
                    .allSatisfy(half -> assertThat(half).isEmpty());
        }
    }

    /** Of payloads that run nowhere, or under our policy. */
    private List<String> faultsOf(Path chromium, List<Payload> payloads) {
        String htmx = home.resolve("/webjars/htmx.org/dist/htmx.min.js").toString();
        var faults = new ArrayList<String>();
        try (Browser browser = Browser.open(chromium);
                BarePage careless = new BarePage(htmx, null);
                BarePage guarded = new BarePage(htmx, headers.contentSecurityPolicy());
                Trap trap = Trap.set(browser, false, home.toString(), careless.base(), guarded.base())) {
            for (Payload payload : payloads) {
                Optional<String> place = BarePage.places().stream()
                        .filter(candidate -> !trap.caughtAt(careless.with(payload.text(), candidate))
                                .isEmpty())
                        .findFirst();
                if (place.isEmpty()) {
                    faults.add(payload + " runs nowhere");
                } else if (!payload.sendsAway()) {
                    trap.caughtAt(guarded.with(payload.text(), place.get()))
                            .forEach(what ->
                                    faults.add("%s as %s under our policy: %s".formatted(payload, place.get(), what)));
                }
            }
        }
        return faults;
    }
}
