package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class TitleTest {
    private static final String URL = "https://www.daily-tide.example/news/1";

    @Test
    void the_headline_that_two_places_agree_on_beats_the_one_for_other_sites() {
        assertThat(title("""
                <title>Harbour opens after the storm | Daily Tide</title>
                <meta property="og:title" content="You won't believe what the harbour looks like now">
                <script type="application/ld+json">
                {"@type":"NewsArticle","headline":"Harbour opens after the storm","datePublished":"2025-03-01"}</script>
                <h1>Harbour opens after the storm</h1>""")).isEqualTo("Harbour opens after the storm");
    }

    @Test
    void a_kicker_in_an_element_of_its_own_is_no_part_of_the_title() {
        assertThat(title("""
                <title>«Wir warten seit Stunden» - News - Daily Tide</title>
                <meta property="og:title" content="«Wir warten seit Stunden»">
                <h1><span>Stau am Hafen</span> <span>«Wir warten seit Stunden»</span></h1>""")).isEqualTo("«Wir warten seit Stunden»");
    }

    @Test
    void the_outlets_name_is_cut_off_whatever_separates_it() {
        for (String end : new String[] {" | Daily Tide", " - Daily Tide", " – Daily Tide", " :: Daily Tide"}) {
            assertThat(title("<title>Council votes for a new bridge" + end
                            + "</title><meta property=og:site_name content='Daily Tide'>"))
                    .isEqualTo("Council votes for a new bridge");
        }
    }

    @Test
    void a_section_hung_onto_the_headline_is_cut_off() {
        assertThat(title("""
                <title>Council votes for a new bridge-Politics</title>
                <meta property="og:title" content="Council votes for a new bridge-Politics">
                <meta name="twitter:title" content="Council votes for a new bridge-Politics">
                <script type="application/ld+json">
                {"@type":"NewsArticle","headline":"Council votes for a new bridge"}</script>""")).isEqualTo("Council votes for a new bridge");
    }

    @Test
    void a_heading_that_is_the_outlets_name_or_another_articles_is_no_title() {
        assertThat(title("""
                <title>Ferry line to close in spring | Daily Tide</title><meta property=og:site_name content="Daily Tide">
                <meta property=og:title content="Ferry line to close in spring">
                <h1>Daily Tide</h1><h1>Reindeer herders march again</h1>""")).isEqualTo("Ferry line to close in spring");
    }

    @Test
    void a_headline_cut_short_for_search_engines_gives_way_to_the_whole() {
        String whole = "Parliament asks for a longer investigation into the flood of the northern villages, and the"
                + " minister answers with a figure";
        assertThat(title("<title>" + whole + " | Daily Tide</title><script type='application/ld+json'>"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"" + whole.substring(0, 110) + "\"}</script><h1>"
                        + whole
                        + "</h1>"))
                .isEqualTo(whole);
    }

    private static @org.jspecify.annotations.Nullable String title(String html) {
        return new ArticleExtractor(Clock.systemUTC()).extract(html, URL).title();
    }
}
