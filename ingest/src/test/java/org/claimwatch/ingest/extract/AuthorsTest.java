package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorsTest {
    private static final String PROSE =
            "<p>The bridge was closed on Monday evening after engineers had found a crack in the third pillar of it.</p>";

    @Test
    void a_person_described_in_parts_has_one_name() {
        assertThat(authors("""
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"A",
                "author":[{"@type":"Person","givenName":"Anna Giulia","familyName":"Fink"}]}</script>""")).containsExactly("Anna Giulia Fink");
    }

    @Test
    void where_machines_are_told_the_outlet_the_byline_tells_the_person() {
        assertThat(authors("""
                <meta property=og:site_name content="Makro"><meta name=author content="Makro">
                <div class="byline">By Clara Löw, Siddharth Prakash &amp; Klaus Jacob</div>""")).containsExactly("Clara Löw", "Siddharth Prakash", "Klaus Jacob");
    }

    @Test
    void several_links_in_one_byline_are_several_authors() {
        assertThat(authors("""
                <div class="byline"><a href="/autor/a">Isabel Caro</a>, <a href="/autor/b">Rocío Latorre</a> y
                <a href="/autor/c">José Miguel Wilson</a></div>""")).containsExactly("Isabel Caro", "Rocío Latorre", "José Miguel Wilson");
    }

    @Test
    void an_accounts_name_gives_way_to_the_spelled_one() {
        assertThat(authors("""
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"A","author":"arianfeld"}</script>
                <div class="author">von <a href="/creator/arian-feld/">Arian Feld</a></div>""")).containsExactly("Arian Feld");
    }

    @Test
    void authors_of_cited_works_and_of_comments_wrote_something_else() {
        assertThat(authors("""
                <meta name="citation_author" content="Marwan Adwan">
                <ol><li itemprop="citation" itemscope><meta itemprop="author" content="N. Shear, S. Spielberg"></li></ol>
                <div class="comments"><span class="author">Peter Poster</span></div>""")).containsExactly("Marwan Adwan");
    }

    @Test
    void an_agency_in_the_dateline_is_named_where_nobody_else_is() {
        assertThat(authors(
                        "<article><p>HAMBURG (dpa/lno) – Die Brücke über die Elbe ist seit Montag für alle gesperrt, sagte"
                                + " ein Sprecher der Stadt.</p></article>"))
                .containsExactly("dpa/lno");
    }

    @ParameterizedTest
    @CsvSource({
        "By Ada Reyes, Ada Reyes",
        "Von Lena Albrecht, Lena Albrecht",
        "Par Hélène Dubois, Hélène Dubois",
        "Por Rocío Latorre, Rocío Latorre",
        "di Carla Rossi, Carla Rossi",
        "Door Sanne de Vries, Sanne de Vries",
        "Af Mette Holm, Mette Holm",
        "Kirjoittanut Aino Virta, Aino Virta",
        "Autor: Jan Kowalski, Jan Kowalski",
        "Автор: Анна Петрова, Анна Петрова",
        "Συντάκτης: Νίκος Παππάς, Νίκος Παππάς",
        "Yazan: Ayşe Demir, Ayşe Demir",
        "Penulis: Budi Santoso, Budi Santoso",
        "Tác giả: Nguyễn Văn Nam, Nguyễn Văn Nam",
        "بقلم: سامي الخطيب, سامي الخطيب",
        "מאת: דנה לוי, דנה לוי",
        "作者：王小明, 王小明",
        "신현주 기자, 신현주",
    })
    void a_byline_is_read_in_the_outlets_language(String byline, String name) {
        assertThat(authors("<p>" + byline + "</p>" + PROSE)).containsExactly(name);
    }

    @Test
    void a_sentence_that_begins_like_a_byline_is_none() {
        assertThat(authors(
                        "<p>By noon the streets were empty.</p><p>Door sluiting van de haven ontstond vertraging.</p>"
                                + PROSE))
                .isEmpty();
    }

    private static List<String> authors(String html) {
        return new ArticleExtractor(Clock.systemUTC())
                .extract(
                        "<title>The bridge is closed</title><h1>The bridge is closed</h1>" + html,
                        "https://www.makro.example/1")
                .authors();
    }
}
