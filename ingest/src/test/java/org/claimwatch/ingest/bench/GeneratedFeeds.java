package org.claimwatch.ingest.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.function.IntFunction;

/** Feeds like those of outlets, as long as wanted and the same for the same seed. */
public final class GeneratedFeeds {
    private static final String[] WORDS =
            ("the of minister port council said water budget harbour vote after court new plan"
                            + " energy talprice strike & talks “first” Börse اليوم city union match rain report Europe")
                    .split(" ", -1);

    private GeneratedFeeds() {}

    public static byte[] rss(int bytes, long seed) {
        return grown(bytes, entries -> rssOf(entries, seed));
    }

    public static byte[] atom(int bytes, long seed) {
        return grown(bytes, entries -> atomOf(entries, seed));
    }

    private static byte[] grown(int bytes, IntFunction<String> feed) {
        int entries = 1;
        while (feed.apply(entries + 1).getBytes(StandardCharsets.UTF_8).length <= bytes) {
            entries++;
        }
        return feed.apply(entries).getBytes(StandardCharsets.UTF_8);
    }

    private static String rssOf(int entries, long seed) {
        Random random = new Random(seed);
        StringBuilder feed = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
                <channel><title>Generated outlet</title><link>https://outlet.example/</link><ttl>15</ttl>
                <atom:link rel="self" href="https://outlet.example/rss.xml" type="application/rss+xml"/>
                """);
        for (int i = 0; i < entries; i++) {
            feed.append("<item><title>")
                    .append(words(random, 9))
                    .append("</title>\n<link>https://outlet.example/news/")
                    .append(i)
                    .append("/?utm_source=rss&amp;n=1</link>\n<guid isPermaLink=\"false\">tag:outlet.example,")
                    .append(i)
                    .append("</guid>\n<pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(time(i).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate>\n<dc:creator><![CDATA[A. ")
                    .append(words(random, 1))
                    .append("]]></dc:creator>\n<category>")
                    .append(words(random, 1))
                    .append("</category>\n<description>&lt;p&gt;")
                    .append(words(random, 40))
                    .append("&lt;/p&gt;</description>\n<media:content url=\"https://outlet.example/")
                    .append(i)
                    .append(".jpg\" medium=\"image\" type=\"image/jpeg\"/>\n<content:encoded><![CDATA[<p>")
                    .append(words(random, 40).replace("&amp;", "&"))
                    .append("</p>]]></content:encoded></item>\n");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static String atomOf(int entries, long seed) {
        Random random = new Random(seed);
        StringBuilder feed = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Generated outlet</title>
                <id>tag:outlet.example,2026:feed</id><updated>2026-11-26T08:00:00Z</updated>
                <link rel="alternate" type="text/html" href="https://outlet.example/"/>
                """);
        for (int i = 0; i < entries; i++) {
            feed.append("<entry><title type=\"html\">")
                    .append(words(random, 9))
                    .append("</title><id>tag:outlet.example,2026:")
                    .append(i)
                    .append("</id><link href=\"/news/")
                    .append(i)
                    .append("\"/><published>")
                    .append(time(i))
                    .append("</published><updated>")
                    .append(time(i))
                    .append("</updated><author><name>A. ")
                    .append(words(random, 1))
                    .append("</name></author><category term=\"")
                    .append(words(random, 1))
                    .append("\"/><summary type=\"html\">&lt;p&gt;")
                    .append(words(random, 30))
                    .append(
                            "&lt;/p&gt;</summary><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>")
                    .append(words(random, 50))
                    .append("</p></div></content></entry>\n");
        }
        return feed.append("</feed>").toString();
    }

    private static Instant time(int entry) {
        return Instant.parse("2026-11-26T08:00:00Z").minusSeconds(1_800L * entry);
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)].replace("&", "&amp;"));
        }
        return words.toString();
    }
}
