package org.claimwatch.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HomePageTest {
    private static final URI HOME = URI.create("https://www.morning-post.example/");

    @Test
    void what_the_page_declares_comes_first_and_readers_comments_last() {
        HomePage page = read(
                """
                <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
                <link rel="Alternate" type="application/RSS+XML" href="/feed/">
                <link rel="alternate" type="application/json+oembed" href="/oembed?feed=1">
                <link rel="alternate" hreflang="de" href="/de/">
                <link rel="alternate" type="application/feed+json" href="https://feeds.host.example/post.json#x">
                <link rel="stylesheet" type="text/css" href="/feed.css">
                """,
                "<a href='/rss-feeds'>RSS</a> <a href='/feedback'>Feedback</a> <a href='mailto:rss@x.example'>RSS</a>");
        assertThat(urls(page, CandidateOrigin.LINK_TAG))
                .containsExactly(
                        "https://www.morning-post.example/feed/",
                        "https://feeds.host.example/post.json",
                        "https://www.morning-post.example/comments/feed/");
        assertThat(urls(page, CandidateOrigin.LINK)).containsExactly("https://www.morning-post.example/rss-feeds");
    }

    @Test
    void of_many_sitemaps_the_ones_about_news_are_looked_at() {
        HomePage page = HomePage.read(
                "<title>x</title>",
                HOME,
                List.of(
                        "https://www.morning-post.example/sitemap-2019.xml",
                        "https://www.morning-post.example/sitemap-2020.xml",
                        "https://www.morning-post.example/sitemap-2021.xml",
                        "ftp://www.morning-post.example/sitemap-news-old.xml",
                        "https://www.morning-post.example/sitemap/news.xml"));
        assertThat(urls(page, CandidateOrigin.NEWS_SITEMAP))
                .containsExactly("https://www.morning-post.example/sitemap/news.xml");
        assertThat(urls(page, CandidateOrigin.SITEMAP)).hasSize(2);
    }

    @Test
    void sections_are_where_menus_lead_and_articles_lie_below() {
        HomePage page = read("", """
                <nav><a href="/world/">World</a> <a href="/login">Sign in</a> <a href="/business">Business</a></nav>
                <p><a href="/letters/index.html">Letters</a> <a href="/small-ads/">Small ads</a></p>
                <a href="/world/ceasefire-agreed-in-solwick-4711">Ceasefire agreed in Solwick after four days</a>
                <a href="/letters/why-we-wrote-to-the-governor-4712.html">Why we wrote to the governor, all of us</a>
                <footer><a href="/jobs/">Jobs</a></footer>
                <a href="https://elsewhere.example/world/">Elsewhere</a>
                """);
        assertThat(urls(page, CandidateOrigin.SECTION))
                .containsExactly(
                        "https://www.morning-post.example/world/",
                        "https://www.morning-post.example/business",
                        "https://www.morning-post.example/letters/index.html");
    }

    @Test
    void ten_thousand_links_are_no_more_than_a_few_dozen_leads() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            links.append("<link rel=alternate type=application/rss+xml href=/f%d/feed><a href=/s%d/>Word</a>"
                    .formatted(i, i));
            links.append("<a href=/rss/%d.rss>RSS</a><nav><a href=/n%d/>News %d</a></nav>".formatted(i, i, i));
        }
        assertThat(read("", links.toString()).leads()).hasSizeLessThan(60);
    }

    @Test
    void the_name_is_what_the_page_calls_itself() {
        assertThat(name("<meta property='og:site_name' content='The Morning Post'><title>Home</title>", ""))
                .isEqualTo("The Morning Post");
        assertThat(name("""
                <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "Front page"},
                {"@type": "NewsMediaOrganization", "name": "Morning Post"}]}</script><title>Home</title>""", "")).isEqualTo("Morning Post");
        assertThat(name("<title>Latest news – Morning Post</title>", "<a href='/'>MORNING POST</a>"))
                .isEqualTo("Morning Post");
        assertThat(name("<title>All the news | MorningPost | since 1871</title>", "<a href='/'>Home</a>"))
                .isEqualTo("MorningPost");
        assertThat(name("<title>News and more</title>", "")).isEqualTo("News and more");
        assertThat(name("", "")).isNull();
    }

    @Test
    void a_country_is_proposed_where_the_signs_agree() {
        assertThat(country("https://a.at/", "lang=de-DE")).isEqualTo("AT");
        assertThat(country("https://a.co.uk/", "lang=en")).isEqualTo("GB");
        assertThat(country("https://a.com/", "lang=en-GB")).isEqualTo("GB");
        assertThat(country("https://a.com/", "lang=en-US"))
                .as("what page builders write")
                .isNull();
        assertThat(country("https://a.io/", "lang=en"))
                .as("a domain sold to all the world")
                .isNull();
        assertThat(country("https://a.tv/", "lang=pt_BR")).isEqualTo("BR");
        String german = "<script type='application/ld+json'>{\"@type\": \"Organization\", \"name\": \"A\","
                + " \"address\": {\"@type\": \"PostalAddress\", \"addressCountry\": \"Germany\"}}</script>";
        assertThat(country("https://a.com/", "lang=en", german)).isEqualTo("DE");
        assertThat(country("https://a.fr/", "lang=fr", german))
                .as("address and domain disagree")
                .isNull();
    }

    @Test
    void a_language_is_declared_or_written() {
        assertThat(HomePage.read("<html lang=de><body>Kurz", HOME, List.of())
                        .imprint()
                        .language())
                .isEqualTo("de");
        String english = "The minister said that the talks had begun and that the delegates of both countries were in"
                + " the town for the second day of the talks with the envoy. ";
        assertThat(HomePage.read("<html><body>" + english.repeat(3), HOME, List.of())
                        .imprint()
                        .language())
                .isEqualTo("en");
        assertThat(HomePage.read("<html lang=en><body>" + "وزارة الصحة تنفي ثم تتراجع ".repeat(9), HOME, List.of())
                        .imprint()
                        .language())
                .as("declared by a template that nobody changed")
                .isEqualTo("ar");
    }

    @Test
    void an_icon_is_an_address_and_nothing_else() {
        assertThat(read("<link rel='shortcut icon' href='/i.ico'><link rel='apple-touch-icon' href='i.png'>", "")
                        .imprint()
                        .icon())
                .isEqualTo("https://www.morning-post.example/i.png");
        assertThat(read("<link rel='icon' href='javascript:alert(1)'>", "")
                        .imprint()
                        .icon())
                .isNull();
        assertThat(read("<link rel='mask-icon' href='/m.svg'>", "").imprint().icon())
                .isNull();
    }

    private static HomePage read(String head, String body) {
        return HomePage.read("<html><head>" + head + "</head><body>" + body + "</body></html>", HOME, List.of());
    }

    private static @Nullable String name(String head, String body) {
        return read(head, body).imprint().name();
    }

    private static @Nullable String country(String address, String html, String... head) {
        return HomePage.read(
                        "<html %s><head>%s</head><body>x</body></html>".formatted(html, String.join("", head)),
                        URI.create(address),
                        List.of())
                .imprint()
                .country();
    }

    private static List<String> urls(HomePage page, CandidateOrigin origin) {
        return page.leads().stream()
                .filter(lead -> lead.origin() == origin)
                .map(Lead::url)
                .toList();
    }
}
