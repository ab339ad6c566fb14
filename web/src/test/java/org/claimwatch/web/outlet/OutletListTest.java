package org.claimwatch.web.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimwatch.web.outlet.ListedOutlets.Listed;
import org.claimwatch.web.outlet.ListedOutlets.ListedFeed;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.junit.jupiter.api.Test;

/** Lists of outlets as people and programs write them. */
class OutletListTest {
    @Test
    void a_table_is_read_by_the_names_of_its_columns() {
        ListedOutlets list = csv("""
                Home Page,NAME,feeds,Ownership,language,note
                https://a.example/,"Post, The ""Morning""\",https://a.example/1 https://a.example/2,Private,en,x
                b.example,B,,,,
                """);
        assertThat(list.problems()).isEmpty();
        assertThat(list.outlets())
                .containsExactly(
                        new Listed(
                                2,
                                "Post, The \"Morning\"",
                                "https://a.example/",
                                "en",
                                "",
                                "Private",
                                List.of(feed("https://a.example/1"), feed("https://a.example/2"))),
                        new Listed(3, "B", "https://b.example/", "", "", "", List.of()));
        assertThat(list.outlets().getFirst().form().ownership).isEqualTo("PRIVATE");
    }

    @Test
    void a_bad_row_is_named_by_its_line_and_the_good_ones_are_taken() {
        ListedOutlets list = csv(String.join(
                "\r\n",
                "name;home page;country;ownership;feeds",
                "\"Two",
                "lines\";https://a.example/;DE;;",
                ";https://b.example/;Germany;;",
                "",
                "C;nowhere;;mine;ftp://c.example/",
                "D;https://d.example/;;;"));
        assertThat(list.outlets()).extracting(Listed::name).containsExactly("Two\r\nlines", "D");
        assertThat(list.problems()).extracting(Problem::line).containsExactly(4, 6);
        assertThat(list.problems().getFirst().reason())
                .contains("The outlet needs a name", "The country is two letters");
        assertThat(list.problems().getLast().reason())
                .contains("The home page must be", "The ownership is state", "“ftp://c.example/” is not");
    }

    @Test
    void tables_that_are_none_are_told() {
        assertThat(csv("").problems()).containsExactly(new Problem(1, "The file is empty."));
        assertThat(csv("a,b\n1,2").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("The first row must name the columns"));
        ListedOutlets unclosed = csv("name,home page\nA,a.example\n\"B,b.example\nC,c.example");
        assertThat(unclosed.outlets()).extracting(Listed::name).containsExactly("A");
        assertThat(unclosed.problems()).containsExactly(new Problem(3, "A quotation begins here and never ends."));
    }

    @Test
    void spreadsheets_of_other_encodings_are_read() {
        String table = "\uFEFFname\thome page\nÜmläut\tu.example";
        assertThat(csv(table).outlets().getFirst().name()).isEqualTo("Ümläut");
        assertThat(OutletCsv.read(table.substring(1).getBytes(Charset.forName("windows-1252")))
                        .outlets()
                        .getFirst()
                        .name())
                .isEqualTo("Ümläut");
    }

    @Test
    void feeds_of_one_site_are_one_outlet_and_titles_are_kept() {
        ListedOutlets list = opml("""
                <outline text="Politics">
                  <outline text="Post - World" type="rss" xmlUrl="https://feeds.post.example/w" htmlUrl="https://www.post.example/world"/>
                  <outline title="Post - Sport" type="rss" xmlUrl="https://post.example/s" htmlUrl="http://post.example/sport"/>
                  <outline text="Times &amp; Tides" xmlUrl="https://rss.times.example/x"/>
                </outline>
                <outline text="Gazette"><outline text="A" xmlUrl="https://g.example/a"/><outline text="B" xmlUrl="https://g.example/b"/></outline>
                <outline text="Carried" xmlUrl="https://feeds.feedburner.com/Carried"/>
                <outline text="Link" type="link" url="https://l.example/"/>
                <outline text="Broken" xmlUrl="not an address"/>
                """);
        assertThat(list.outlets())
                .extracting(
                        Listed::name, Listed::homeUrl, outlet -> outlet.feeds().size())
                .containsExactly(
                        tuple("Post", "https://www.post.example/", 2),
                        tuple("Times & Tides", "https://times.example/", 1),
                        tuple("Gazette", "https://g.example/", 2),
                        tuple("Carried", "https://feeds.feedburner.com/Carried", 1));
        assertThat(list.outlets().getFirst().feeds())
                .extracting(ListedFeed::title)
                .containsExactly("Post - World", "Post - Sport");
        assertThat(list.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("“not an address”"));
    }

    @Test
    void a_file_reads_nothing_but_itself() {
        String head = "<?xml version=\"1.0\"?><!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/hostname\">"
                + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        for (String entity : List.of("&x;", "&b;")) {
            ListedOutlets list = OpmlReader.read((head
                            + "<opml version=\"2.0\"><body><outline text=\"Before\" xmlUrl=\"https://b.example/\"/>"
                            + "<outline text=\"" + entity + "\" xmlUrl=\"https://x.example/\"/></body></opml>")
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(list.outlets())
                    .extracting(Listed::name)
                    .allSatisfy(name -> assertThat(name).doesNotContain("aaa").isIn("Before", "x.example"));
        }
    }

    @Test
    void what_breaks_off_is_taken_as_far_as_it_goes() {
        ListedOutlets list = OpmlReader.read(
                "<opml version=\"1.0\"><body>\n<outline text=\"A\" xmlUrl=\"https://a.example/f\"/>\n<outline text=\"B & C\""
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(list.outlets()).extracting(Listed::name).containsExactly("A");
        assertThat(list.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
        assertThat(OpmlReader.read("<rss version='2.0'/>".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .containsExactly(new Problem(1, "This is XML, but no OPML."));
        assertThat(opml("<outline text='x'>".repeat(60)).problems())
                .extracting(Problem::reason)
                .containsExactly("The outlines are nested too deeply; the rest is left out.");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private static ListedFeed feed(String url) {
        return new ListedFeed(url, null, null);
    }

    private static ListedOutlets csv(String text) {
        return OutletCsv.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ListedOutlets opml(String body) {
        return OpmlReader.read(
                ("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head/><body>" + body + "</body></opml>")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
