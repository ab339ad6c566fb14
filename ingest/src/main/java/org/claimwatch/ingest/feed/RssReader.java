package org.claimwatch.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.FeedKind;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9x, 1.0 (RDF) and 2.0, with the Dublin Core, Content, Media and Syndication modules. */
final class RssReader {
    private RssReader() {}

    static ParsedFeed read(XmlNode written, @Nullable URI address) {
        XmlNode nested = written.child("rss");
        XmlNode root = nested != null ? nested : written;
        URI base = Links.base(root, address);
        XmlNode channel = root.name.equals("channel") ? root : root.child("channel");
        XmlNode head = channel == null ? root : channel;
        // RSS 2.0 puts items into the channel, RSS 1.0 beside it, and some feeds do both.
        List<FeedEntry> entries = Stream.concat(
                        head == root ? Stream.of() : head.children("item", "entry"), root.children("item", "entry"))
                .map(item -> entry(item, base))
                .toList();
        return new ParsedFeed(
                        root.name.endsWith("rdf") ? FeedKind.RDF : FeedKind.RSS,
                        Links.plain(markup(head, "title", "dc:title")),
                        Links.absolute(base, link(head)),
                        first(head.text("language", "dc:language"), root.attribute("xml:lang")),
                        FeedDate.parse(first(
                                head.text(
                                        "lastbuilddate",
                                        "pubdate",
                                        "dc:date",
                                        "atom:updated",
                                        "dcterms:modified",
                                        "dcterms:issued"),
                                head.attribute("lastmod"))),
                        ttl(head),
                        atomLink(head, "hub"),
                        entries)
                .asking(Links.absolute(base, atomLink(head, "self")), Skips.of(head));
    }

    private static @Nullable String atomLink(XmlNode head, String relation) {
        return head.children("atom:link")
                .filter(link -> relation.equals(link.attribute("rel")))
                .map(link -> link.attribute("href"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static FeedEntry entry(XmlNode item, @Nullable URI outer) {
        URI base = Links.base(item, outer);
        XmlNode guid = item.child("guid");
        String name = first(
                first(item.text("guid", "atom:id", "id"), item.attribute("rdf:about")), item.text("dc:identifier"));
        String link = link(item);
        if (link == null && guid != null && !"false".equalsIgnoreCase(guid.attribute("ispermalink"))) {
            link = name != null && name.startsWith("http") ? name : null;
        }
        return new FeedEntry(
                name,
                Links.absolute(base, link),
                Links.plain(markup(item, "title", "dc:title", "media:title", "atom:title")),
                item.children("dc:creator", "author", "atom:author", "itunes:author")
                        .map(RssReader::author)
                        .filter(author -> !author.isEmpty())
                        .distinct()
                        .toList(),
                FeedDate.parse(item.text("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published")),
                FeedDate.parse(
                        first(item.text("dcterms:modified", "atom:updated", "updated"), item.attribute("lastmod"))),
                markup(
                        item,
                        "description",
                        "abstract",
                        "dc:description",
                        "atom:summary",
                        "itunes:summary",
                        "media:description"),
                markup(item, "content:encoded", "fullitem", "xhtml:body", "body", "atom:content"),
                item.children("category", "dc:subject", "atom:category")
                        .map(category -> first(category.text(), category.attribute("term")))
                        .filter(Objects::nonNull)
                        .filter(category -> !category.isEmpty())
                        .distinct()
                        .toList(),
                Links.absolute(base, image(item)));
    }

    private static @Nullable String link(XmlNode node) {
        String written = node.text("link");
        if (written != null) {
            return written;
        }
        return node.children("link", "atom:link")
                .filter(link -> link.attribute("rel") == null || "alternate".equals(link.attribute("rel")))
                .map(link -> link.attribute("href"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> first(node.text("url"), node.attribute("href")));
    }

    /** RSS 2.0 asks for "address (name)", people write either or both. */
    private static String author(XmlNode author) {
        String name = author.text("atom:name", "name");
        String written = name != null ? name : author.text();
        int open = written.indexOf('(');
        if (written.contains("@") && open > 0 && written.endsWith(")")) {
            return written.substring(open + 1, written.length() - 1).strip();
        }
        return written;
    }

    private static @Nullable String image(XmlNode item) {
        return Stream.concat(
                        item.children("media:content", "media:thumbnail", "enclosure"),
                        item.children("media:group")
                                .flatMap(group -> group.children("media:content", "media:thumbnail")))
                .filter(media -> isImage(media))
                .map(media -> media.attribute("url"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isImage(XmlNode media) {
        String type = media.attribute("type");
        String medium = media.attribute("medium");
        return media.name.equals("media:thumbnail")
                || (type != null && type.startsWith("image/"))
                || (type == null && (medium == null || medium.equals("image")) && media.name.equals("media:content"));
    }

    private static @Nullable Duration ttl(XmlNode head) {
        String minutes = head.text("ttl");
        if (minutes != null && minutes.matches("\\d{1,6}")) {
            return Duration.ofMinutes(Long.parseLong(minutes));
        }
        String period = head.text("sy:updateperiod");
        if (period == null) {
            return null;
        }
        Duration whole = switch (period.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> null;
        };
        String frequency = head.text("sy:updatefrequency");
        boolean several = frequency != null && frequency.matches("[1-9]\\d{0,4}");
        return whole == null ? null : several ? whole.dividedBy(Long.parseLong(frequency)) : whole;
    }

    private static @Nullable String markup(XmlNode node, String... names) {
        for (String name : names) {
            XmlNode child = node.child(name);
            String markup = child == null ? "" : child.markup();
            if (!markup.isEmpty()) {
                return markup;
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null && !one.isEmpty() ? one : other;
    }
}
