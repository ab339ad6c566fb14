package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Published March 5, 2024 at 4:05 pm EST | 2024-03-05T16:05:00-05:00",
                "5th of March 2024 | 2024-03-05",
                "Tue Mar 05 2024 01:00:00 GMT+0100 (Central European Standard Time) | 2024-03-05T01:00:00+01:00",
                "3/25/2024 | 2024-03-25",
                "5. März 2024, 14:05 Uhr | 2024-03-05T14:05:00",
                "05.03.2024 | 2024-03-05",
                "Publié le 5 mars 2024 à 14h05 | 2024-03-05T14:05:00",
                "5 de marzo de 2024 | 2024-03-05",
                "5 de março de 2024 às 14:05 | 2024-03-05T14:05:00",
                "5 martie 2024 | 2024-03-05",
                "5 maart 2024 | 2024-03-05",
                "5. mars 2024 kl. 14.05 | 2024-03-05T14:05:00",
                "5. maaliskuuta 2024 | 2024-03-05",
                "5. märts 2024 | 2024-03-05",
                "2024. gada 5. martā | 2024-03-05",
                "2024 m. kovo 5 d. | 2024-03-05",
                "2024. március 5. | 2024-03-05",
                "5 marca 2024 | 2024-03-05",
                "5. března 2024 | 2024-03-05",
                "5. ožujka 2024. | 2024-03-05",
                "5 марта 2024 г. | 2024-03-05",
                "5 березня 2024, 14:05 | 2024-03-05T14:05:00",
                "5 Μαρτίου 2024 | 2024-03-05",
                "5 mars 2024 | 2024-03-05",
                "5 Mart 2024 | 2024-03-05",
                "5 მარტი 2024 | 2024-03-05",
                "5 mart 2024 | 2024-03-05",
                "الثلاثاء ٥ مارس ٢٠٢٤ | 2024-03-05",
                "5 آذار 2024 | 2024-03-05",
                "5 كانون الثاني 2024 | 2024-01-05",
                "5 تشرين الأول 2024 | 2024-10-05",
                "5 غشت 2024 | 2024-08-05",
                "24 شعبان 1445 | 2024-03-05",
                "۱۵ اسفند ۱۴۰۲ | 2024-03-05",
                "۱۴۰۲/۱۲/۱۵ | 2024-03-05",
                "5 במרץ 2024 | 2024-03-05",
                "5 مارچ 2024 | 2024-03-05",
                "५ मार्च २०२४ | 2024-03-05",
                "৫ মার্চ ২০২৪ | 2024-03-05",
                "5 มีนาคม 2567 | 2024-03-05",
                "5 มี.ค. 2567 | 2024-03-05",
                "5 tháng 3, 2024 | 2024-03-05",
                "5 Maret 2024 14:05 WIB | 2024-03-05T14:05:00+07:00",
                "5 Mac 2024 | 2024-03-05",
                "5 Machi 2024 | 2024-03-05",
                "2024年3月5日 14:05 | 2024-03-05T14:05:00",
                "令和6年3月5日 | 2024-03-05",
                "民國113年3月5日 | 2024-03-05",
                "2024. 3. 5. | 2024-03-05",
                "2024년 3월 5일 | 2024-03-05",
                "1709640300 | 2024-03-05T12:05:00Z",
                "2024-03-05T12:05:00.000Z | 2024-03-05T12:05:00Z",
            })
    void a_date_is_read_as_the_outlets_readers_read_it(String written, String day) {
        assertThat(PrintedDate.find(written)).map(PageMoment::toString).hasValue(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2024-02-30", "35.03.2024", "5 listopada 2024", "no date at all", "12345", "5 foo 2024"})
    void what_is_no_date_or_two_is_none(String written) {
        assertThat(PrintedDate.find(written)).isEmpty();
    }

    @Test
    void a_year_of_two_figures_counts_only_where_the_page_marks_a_date() {
        assertThat(PrintedDate.find("23.09.22")).isEmpty();
        assertThat(PrintedDate.findMarked("23.09.22")).map(PageMoment::toString).hasValue("2022-09-23");
    }

    @Test
    void a_date_to_come_is_refused_and_the_next_witness_asked() {
        assertThat(published("""
                <meta property="article:published_time" content="2031-01-01T00:00:00Z"><h1>Bridge</h1>
                <time datetime="2025-03-05">5 March 2025</time>""")).isEqualTo("2025-03-05");
    }

    @Test
    void the_day_of_a_change_is_not_the_day_of_publication() {
        assertThat(published("""
                <h1>Bridge</h1><div><time>Updated: 9 March 2025</time></div><div><time>5 March 2025</time></div>""")).isEqualTo("2025-03-05");
    }

    @Test
    void an_archives_copy_is_dated_by_its_own_page() {
        PageMoment read = extractor()
                .extract(
                        "<h1>Bridge</h1>",
                        "https://web.archive.org/web/20250310101010/http://a.example/2025/03/05/bridge.html")
                .published();
        assertThat(String.valueOf(read)).isEqualTo("2025-03-05");
    }

    private static String published(String html) {
        return String.valueOf(
                extractor().extract(html, "https://a.example/bridge").published());
    }

    private static ArticleExtractor extractor() {
        return new ArticleExtractor(Clock.fixed(Instant.parse("2025-04-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void the_date_of_a_picture_is_the_article_s_only_where_there_is_no_other_and_then_the_newest() {
        String pictures =
                "<div><a><img src=a.jpg></a><p>War machines in the fighting for the town, 24 April 2023</p></div>"
                        + "<div><picture><img src=b.jpg></picture><p>After the rockets that fell on the city, 28 April 2023</p>"
                        + "</div><div><img src=c.jpg><p>A field in the spring of the year, 2 March 2023</p></div>";
        assertThat(dayOf(pictures)).isEqualTo("2023-04-28");
        assertThat(dayOf(pictures + "<p>Ann Author, 3 May 2023</p>")).isEqualTo("2023-05-03");
        assertThat(dayOf("<div><img src=a.jpg><p>3 May 2023</p></div>" + pictures))
                .as("a line with nothing but a date may stand below a picture")
                .isEqualTo("2023-05-03");
    }

    private static String dayOf(String body) {
        PageMoment found = new ArticleExtractor(Clock.systemUTC())
                .extract(
                        "<html><body><article><h1>Spring in the east</h1>" + body + "</article></body></html>",
                        "https://a.example/x")
                .published();
        return found == null ? "" : found.day().toString();
    }
}
