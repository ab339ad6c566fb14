package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a page's period, the API says of the same list: how far its news is known, what the period before has. */
@QuarkusTest
@AsAda
class ApiPeriodsTest extends ApiDesk {
    private static final String LATER = "period=own&from=2025-09-13&to=2025-09-17";
    private static final String EARLIER = "period=own&from=2025-09-08&to=2025-09-12";
    private static final Pattern READ =
            Pattern.compile("(nothing has been read since|brought up to date) <time datetime=\"([^\"]+)\"");
    private static final Pattern BEFORE = Pattern.compile("in the period before: ([0-9,]+)");

    @Inject
    Database database;

    @Inject
    Stranger stranger;

    @Test
    void each_list_says_how_far_its_news_is_known_as_its_page_does() {
        Stranger.Rows rows =
                stranger.put("Not read yet", "https://unread.example/", 0.95f, Instant.parse("2025-09-15T12:00:00Z"));
        String version = " where article_id = " + rows.article();
        try {
            database.run("update article_version set analysed_at = null, analysis_version = null" + version);
            for (String[] each : new String[][] {
                {"/", "today"},
                {"/search", "statements"},
                {"/claims", "claims"},
                {"/stories", "stories"},
                {"/outlets", "outlets"},
                {"/network", "network"},
                {"/actors/" + press.actor("Nadia Ferrow"), "actors/" + press.actor("Nadia Ferrow")}
            }) {
                Matcher read = read(each[0] + "?" + LATER);
                JsonPath told = get("/api/v1/%s?%s".formatted(each[1], LATER));
                assertThat(told.getString("period.upToDate")).as(each[1]).isEqualTo(read.group(2));
                assertThat(told.getBoolean("period.stale"))
                        .isEqualTo(read.group(1).startsWith("nothing"));
                assertThat(told.getInt("period.unread")).isOne();
                assertThat(page(each[0] + "?" + LATER)).contains("One article of this period is fetched and not read");
                assertThat(get("/api/v1/%s?%s".formatted(each[1], EARLIER)).getInt("period.unread"))
                        .isZero();
            }
            database.run("update article_version set analysed_at = now(), analysis_version = 'test'" + version);
            assertThat(get("/api/v1/claims?" + LATER).getBoolean("period.stale"))
                    .isFalse();
            assertThat(read("/claims?" + LATER).group(1)).startsWith("brought");
        } finally {
            stranger.remove(rows);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/search?q=ceasefire; statements?q=ceasefire; statements",
                "/search?as=articles; articles?limit=1; articles",
                "/claims?order=recent; claims?limit=1; claims",
                "/claims?show=new; claims?show=new; claims",
                "/claims?show=contested; claims?show=contested&order=worth; claims",
                "/stories?q=dam; stories?q=dam; stories",
                "/stories?x=1; stories?order=told&limit=1; stories",
                "/stories?show=moving; stories?show=moving&limit=1; stories",
                "/actors?show=new; actors?show=new&limit=1; actors",
                "/outlets?q=speaker:ferrow; outlets?q=speaker:ferrow; articles",
                "/matrix?by=outlet; matrix?by=outlet; stances",
                "/network?q=ceasefire; network?q=ceasefire; pairs",
                "/today/reversals?x=1; today/reversals?limit=1; reversals",
                "/today/spikes?x=1; today/spikes?x=1; spikes"
            })
    void each_list_has_what_the_period_before_has_as_its_page_says(String page, String api, String counted) {
        compared(page + "&", "/api/v1/" + api + "&", counted);
    }

    @Test
    void so_has_what_stands_alone() {
        long actor = press.actor("Nadia Ferrow");
        compared("/actors/" + actor + "?", "/api/v1/actors/" + actor + "?", "statements");
        long outlet = press.outlet("Halyard");
        compared("/outlets/" + outlet + "?", "/api/v1/outlets/" + outlet + "?", "articles");
        long monitor = Objects.requireNonNull(made).monitor();
        String page = "/teams/river-desk/monitors/" + monitor;
        compared(page + "?", "/api/v1%s/statements?".formatted(page), "statements");
        compared(page + "?as=claims&", "/api/v1%s/claims?".formatted(page), "claims");
    }

    private static void compared(String page, String api, String counted) {
        for (String period : List.of(LATER, "period=7d", "period=24h")) {
            Matcher said = BEFORE.matcher(page(page + "compare=before&" + period));
            assertThat(said.find()).as(page).isTrue();
            JsonPath told = get(api + "compare=before&" + period);
            assertThat(told.getLong("before.total"))
                    .as(api + period)
                    .isEqualTo(Long.parseLong(said.group(1).replace(",", "")));
            assertThat(told.getString("before.counted")).isEqualTo(counted);
            assertThat(told.getString("before.to")).isEqualTo(told.getString("period.from"));
        }
        JsonPath told = get(api + "compare=before&" + LATER);
        JsonPath asked = get(api + EARLIER);
        assertThat(told.getString("before.from")).isEqualTo(asked.getString("period.from"));
        assertThat(asked.<Object>get("before")).isNull();
        assertThat(get(api + "compare=before&period=all").<Object>get("before")).isNull();
    }

    @Test
    void each_block_of_today_has_what_the_period_before_has() {
        String page = page("/?compare=before&" + LATER);
        JsonPath today = get("/api/v1/today?compare=before&" + LATER);
        JsonPath alone = get("/api/v1/today?" + LATER);
        int said = 0;
        for (String[] block : new String[][] {
            {"contradictions", "contradictions"},
            {"reversals", "reversals"},
            {"newClaims", "new-claims"},
            {"newSpeakers", "new-speakers"},
            {"spikes", "spikes"},
            {"stories", "moving"}
        }) {
            assertThat(alone.<Object>get(block[0] + ".before")).isNull();
            Matcher before = Pattern.compile("<h2 id=\"" + block[1] + "\">[^\n]*>([0-9,]+) in the period before<")
                    .matcher(page);
            // A block without rows may be left out.
            if (before.find()) {
                assertThat(today.getLong(block[0] + ".before"))
                        .as(block[0])
                        .isEqualTo(Long.parseLong(before.group(1).replace(",", "")));
                said++;
            }
        }
        assertThat(said).isGreaterThanOrEqualTo(4);
        assertThat(today.getLong("newClaims.before")).isPositive();
    }

    /** Each cell of outlets in their own voice, against the page that opens it. */
    @Test
    void a_cells_evidence_is_the_pages() {
        List<Integer> holders =
                get("/api/v1/matrix?by=outlet&period=all&limit=100").getList("items.holder.id");
        List<String> targets =
                get("/api/v1/matrix?by=outlet&period=all&limit=100").getList("items.target");
        assertThat(holders).hasSizeGreaterThan(3);
        for (int i = 0; i < holders.size(); i++) {
            JsonPath own = given().queryParam("outlet", holders.get(i))
                    .queryParam("target", targets.get(i))
                    .get("/api/v1/matrix/own?period=all")
                    .jsonPath();
            String page = given().queryParam("of", holders.get(i))
                    .queryParam("on", targets.get(i))
                    .get("/matrix?by=outlet&period=all")
                    .asString();
            Matcher total = Pattern.compile("id=\"evidence-heading\">.*?class=\"total\">(\\d+)<")
                    .matcher(page);
            assertThat(total.find()).isTrue();
            assertThat(own.getInt("total")).isEqualTo(Integer.parseInt(total.group(1)));
            assertThat(Pattern.compile("(?s)class=\"statement own\".*?href=\"(/articles/\\d+\\?version=\\d+)\"")
                            .matcher(page)
                            .results()
                            .map(found -> found.group(1))
                            .toList())
                    .isEqualTo(own.getList("items.href"))
                    .hasSize(own.getInt("total"));
            assertThat(own.getList("items.stance.target")).containsOnly(targets.get(i));
            assertThat(own.getList("items.outlet.id")).containsOnly(holders.get(i));
            String words = own.getString("items[0].words");
            assertThat(own.getString("items[0].passage")).contains(words);
            int[] text = get("/api/v1" + own.getString("items[0].href"))
                    .getString("text")
                    .codePoints()
                    .toArray();
            int start = own.getInt("items[0].span.start");
            assertThat(new String(text, start, own.getInt("items[0].span.end") - start))
                    .isEqualTo(words);
        }
    }

    private static Matcher read(String address) {
        Matcher read = READ.matcher(page(address));
        assertThat(read.find()).as(address).isTrue();
        return read;
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false).get(address).asString();
    }

    private static JsonPath get(String address) {
        return given().urlEncodingEnabled(false).get(address).jsonPath();
    }
}
