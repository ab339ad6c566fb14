package org.claimwatch.ingest.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.FeedKind;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Reads Atom 0.3 and 1.0 (RFC 4287), with a namespace or without. */
final class AtomReader {
    private AtomReader() {}

    static ParsedFeed read(XmlNode root, @Nullable URI address) {
        URI base = Links.base(root, address);
        boolean single = root.name.endsWith("entry");
        List<FeedEntry> entries = single
                ? List.of(entry(root, address))
                : root.children("atom:entry", "entry", "atom:item", "item")
                        .map(entry -> entry(entry, base))
                        .toList();
        return new ParsedFeed(
                        FeedKind.ATOM,
                        single ? null : Links.plain(markup(root, "title")),
                        single ? null : Links.absolute(base, linkOrId(root)),
                        root.attribute("xml:lang"),
                        date(root, "updated", "modified"),
                        null,
                        link(root, "hub"),
                        entries)
                .asking(Links.absolute(base, link(root, "self")), Skips.NONE);
    }

    private static FeedEntry entry(XmlNode entry, @Nullable URI outer) {
        URI base = Links.base(entry, outer);
        List<String> authors = Stream.concat(children(entry, "author"), entry.children("dc:creator"))
                .map(author -> {
                    String name = author.text("atom:name", "name");
                    return name != null ? name : author.children().findAny().isPresent() ? "" : author.text();
                })
                .filter(author -> !author.isEmpty())
                .distinct()
                .toList();
        XmlNode thumbnail = entry.child("media:thumbnail", "media:content");
        return new FeedEntry(
                text(entry, "id"),
                Links.absolute(base, linkOrId(entry)),
                Links.plain(markup(entry, "title")),
                authors,
                date(entry, "published", "issued", "created"),
                date(entry, "updated", "modified"),
                markup(entry, "summary"),
                markup(entry, "content"),
                Stream.concat(
                                children(entry, "category")
                                        .map(category -> category.attribute("label") != null
                                                ? category.attribute("label")
                                                : category.attribute("term")),
                                entry.children("dc:subject").map(XmlNode::text))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                thumbnail == null ? null : Links.absolute(base, thumbnail.attribute("url")));
    }

    private static Stream<XmlNode> children(XmlNode node, String name) {
        return node.children("atom:" + name, name);
    }

    private static @Nullable String text(XmlNode node, String name) {
        return node.text("atom:" + name, name);
    }

    private static @Nullable Instant date(XmlNode node, String... names) {
        for (String name : names) {
            // Of several, the one added last.
            Instant date = children(node, name)
                    .map(child -> FeedDate.parse(child.text()))
                    .filter(Objects::nonNull)
                    .reduce((earlier, later) -> later)
                    .orElse(null);
            if (date != null) {
                return date;
            }
        }
        return FeedDate.parse(node.text("dc:date", "dcterms:" + names[0]));
    }

    /** An identifier that is an address leads to the page, where nothing else does. */
    private static @Nullable String linkOrId(XmlNode node) {
        String link = link(node, "alternate");
        String id = text(node, "id");
        boolean isAddress = id != null && id.regionMatches(true, 0, "http", 0, 4);
        return link == null && isAddress ? id : link;
    }

    /** Of several, the one that says that it is a web page. */
    private static @Nullable String link(XmlNode node, String relation) {
        return children(node, "link")
                .filter(link -> relation.equals(Objects.requireNonNullElse(link.attribute("rel"), "alternate")))
                .sorted(Comparator.comparing(link -> !"text/html".equals(link.attribute("type"))))
                .map(link -> link.attribute("href") != null ? link.attribute("href") : link.text())
                .filter(link -> link != null && !link.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String markup(XmlNode node, String name) {
        XmlNode child = node.child("atom:" + name, name);
        if (child == null || child.isEmpty()) {
            return null;
        }
        String type = child.attribute("type");
        if ("base64".equals(child.attribute("mode")) || "application/octet-stream".equals(type)) {
            return decoded(child.text());
        }
        boolean literal = (type == null || type.equals("text") || type.equals("text/plain"))
                && child.children().findAny().isEmpty()
                && !"escaped".equals(child.attribute("mode"))
                && node.name.startsWith("atom:");
        String markup = literal ? Entities.escape(child.text()) : child.markup();
        return markup.isEmpty() ? null : markup;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
