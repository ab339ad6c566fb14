package org.claimwatch.ingest.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.ingest.fetch.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallReaderTest {
    private static final String PROSE = ("The council of the river district met on Tuesday evening to decide on the new"
                    + " bridge, and after three hours of debate the members voted for the cheaper of the two plans. ")
            .repeat(9);

    @Nested
    class A_page_for_robots {
        @Test
        void bears_its_vendors_mark() {
            assertThat(kind(
                            403,
                            "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script>"
                                    + "<h1>news.example</h1><p>Enable JavaScript and cookies to continue</p>"))
                    .hasValue(FeedTrouble.BLOCKED);
            assertThat(
                            kind(
                                    200,
                                    "<html><script src='https://geo.captcha-delivery.com/captcha/?x'></script><p>Please enable JS</p>"))
                    .hasValue(FeedTrouble.BLOCKED);
            assertThat(kind(200, "<iframe src='/_Incapsula_Resource?SWUDNSAI=31'></iframe>"))
                    .hasValue(FeedTrouble.BLOCKED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Access Denied",
                    "Attention Required!",
                    "Pardon Our Interruption",
                    "Zugriff verweigert",
                    "Accès refusé",
                    "Acceso denegado",
                    "Доступ запрещён",
                    "تم حظر الوصول",
                    "安全验证"
                })
        void says_so_in_any_language(String title) {
            assertThat(kind(403, "<title>" + title + "</title><h1>" + title + "</h1><p>Reference #18.2f</p>"))
                    .hasValue(FeedTrouble.BLOCKED);
            assertThat(kind(200, "<title>" + title + "</title><h1>" + title + "</h1><p>Reference #18.2f</p>"))
                    .hasValue(FeedTrouble.BLOCKED);
        }

        @Test
        void says_so_in_a_header() {
            Reply reply = reply(403, Map.of("cf-mitigated", "challenge"));
            assertThat(WallReader.insteadOfFeed(reply, "<p>One moment</p>"))
                    .hasValueSatisfying(wall -> assertThat(wall.evidence()).contains("cf-mitigated", "One moment"));
        }

        @Test
        void is_quoted_in_the_evidence_and_never_at_length() {
            String html = "<title>Access denied</title><script>_cf_chl_opt</script><p>"
                    + "You must prove that you are human. ".repeat(15) + "</p>";
            assertThat(WallReader.insteadOfFeed(reply(403, Map.of()), html))
                    .hasValueSatisfying(wall -> assertThat(wall.evidence())
                            .contains("_cf_chl_opt", "Access denied – You must prove")
                            .hasSizeLessThan(260));
        }
    }

    @Nested
    class A_consent_wall {
        @Test
        void is_told_by_what_it_speaks_of_and_its_button() {
            assertThat(kind(200, """
                    <title>Before you continue</title><h1>Before you continue</h1>
                    <p>We and our 812 partners store and access cookies on your device for personalised ads.</p>
                    <p>You can change your privacy choices at any time in the privacy settings.</p>
                    <form><button>Reject all</button><button>Accept all</button></form>""")).hasValue(FeedTrouble.CONSENT_WALL);
        }

        @Test
        void is_told_in_german_and_by_its_address() {
            String html = """
                    <h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Cookies.
                    Mit Ihrer Zustimmung verarbeiten wir personenbezogene Daten auf Ihrem Endgerät.</p>
                    <a href="/weiter">Zur Seite</a>""";
            Reply reply =
                    new Reply(URI.create("https://zustimmung.example/zustimmung?to=x"), 200, Map.of(), new byte[0]);
            assertThat(WallReader.insteadOfArticle(reply, html, "").map(Wall::kind))
                    .hasValue(FeedTrouble.CONSENT_WALL);
        }
    }

    @Nested
    class A_pay_wall {
        @Test
        void says_itself_that_it_is_not_free() {
            assertThat(kind(200, """
                    <script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>
                    <article><p>The minister resigned.</p></article>""", "The minister resigned.")).hasValue(FeedTrouble.PAY_WALL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Subscribe to continue reading",
                    "Dieser Artikel ist nur für Abonnenten",
                    "Article réservé aux abonnés",
                    "Contenido solo para suscriptores",
                    "للمشتركين فقط"
                })
        void breaks_the_article_off(String phrase) {
            String teaser = "The minister resigned on Monday.";
            assertThat(kind(200, "<article><p>" + teaser + "</p><div>" + phrase + "</div></article>", teaser))
                    .hasValue(FeedTrouble.PAY_WALL);
        }
    }

    @Nested
    class A_real_article {
        @Test
        void may_speak_of_captchas() {
            String html =
                    "<title>Are you a robot? How captchas lost the race</title><h1>Are you a robot?</h1><article><p>"
                            + PROSE
                            + "</p></article><form><script src='https://www.google.com/recaptcha/api.js'></script></form>";
            assertThat(kind(200, html, PROSE)).isEmpty();
        }

        @Test
        void may_be_short_and_declare_itself() {
            String text = "Access denied: the court refused the paper access to the files on Monday, its editor said.";
            String html =
                    "<title>Access denied</title><meta property='og:type' content='article'><h1>Access denied</h1><p>"
                            + text + "</p>";
            assertThat(kind(200, html, text)).isEmpty();
        }

        @Test
        void may_speak_of_cookies_and_stand_beside_a_consent_banner() {
            String text = "The regulator fined the company for its cookies. ".repeat(8)
                    + "The company said that it would appeal, and the court will hear it in May. ".repeat(4);
            String html = "<title>Fined for cookies</title><h1>Fined for cookies</h1><article><p>" + text
                    + "</p></article><div id='onetrust'><p>We use cookies with your consent.</p><button>Accept</button></div>";
            assertThat(kind(200, html, text)).isEmpty();
        }

        @Test
        void may_be_a_brief_of_a_paper_that_sells_subscriptions() {
            String text = "The ferry to Sable Harbour runs again, the port authority said.";
            String html = "<header><a>Already a subscriber? Log in</a></header><article><p>" + text + "</p></article>"
                    + "<footer><p>Subscribe to continue reading our best stories</p></footer>";
            assertThat(kind(200, html, text)).isEmpty();
        }

        @Test
        void may_be_behind_a_vendor_that_measures_quietly() {
            String text = "The ferry to Sable Harbour runs again, the port authority said.";
            Reply reply = reply(200, Map.of("x-datadome", "protected", "server", "cloudflare"));
            String html =
                    "<h1>Ferry runs</h1><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script><p>"
                            + text + "</p>";
            assertThat(WallReader.insteadOfArticle(reply, html, text)).isEmpty();
        }

        @Test
        void may_be_whole_though_it_says_that_it_is_not_free() {
            String html =
                    "<script>{\"isAccessibleForFree\":false}</script><article><p>" + PROSE + PROSE + "</p></article>";
            assertThat(kind(200, html, PROSE + PROSE)).isEmpty();
        }

        @Test
        void may_be_written_without_spaces() {
            String text = "市議会は火曜日の夜に新しい橋について議論し、三時間の討論の後、安い方の計画に賛成した。".repeat(12);
            assertThat(kind(200, "<title>安全验证</title><p>" + text + "</p>", text))
                    .isEmpty();
        }
    }

    @Test
    void a_feed_is_no_wall() {
        assertThat(
                        WallReader.insteadOfFeed(
                                reply(200, Map.of()),
                                "<rss><channel><title>Access denied</title><item><title>Cookies: accept all?</title></item></channel></rss>"))
                .isEmpty();
    }

    private static Optional<FeedTrouble> kind(int status, String html) {
        return kind(status, html, "");
    }

    private static Optional<FeedTrouble> kind(int status, String html, String text) {
        return WallReader.insteadOfArticle(reply(status, Map.of()), html, text).map(Wall::kind);
    }

    private static Reply reply(int status, Map<String, String> headers) {
        return new Reply(URI.create("https://news.example/a"), status, new HashMap<>(headers), new byte[0]);
    }
}
