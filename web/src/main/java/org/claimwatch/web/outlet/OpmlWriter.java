package org.claimwatch.web.outlet;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes all outlets with their feeds as OPML 2.0, for any feed reader.
 *
 * <p>What OPML has no word for (ownership, country, feeds that are pages) stands in attributes of our own namespace,
 * as the standard allows, so that nothing is lost on the way to another instance.
 */
final class OpmlWriter {
    static final String NAMESPACE = "https://claimwatch.org/opml";

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private OpmlWriter() {}

    /** An outlet with its feeds. */
    record Exported(
            String name,
            String homeUrl,
            @Nullable String language,
            @Nullable String country,
            @Nullable String ownership,
            List<ExportedFeed> feeds) {}

    /** One of its feeds. */
    record ExportedFeed(
            String url, @Nullable String title, @Nullable String kind) {
        /** No feed reader could read these. */
        boolean isPage() {
            return "SECTION_PAGE".equals(kind) || "SITEMAP".equals(kind) || "NEWS_SITEMAP".equals(kind);
        }
    }

    static String write(List<Exported> outlets, Instant now) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("claimwatch", NAMESPACE);
            xml.writeStartElement("head");
            element(xml, "title", "Outlets watched by Claimwatch");
            element(xml, "dateCreated", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
            element(xml, "docs", "http://opml.org/spec2.opml");
            xml.writeEndElement();
            xml.writeStartElement("body");
            if (outlets.isEmpty()) {
                // The standard wants one outline at least.
                xml.writeCharacters("\n");
                xml.writeEmptyElement("outline");
                attribute(xml, "text", "No outlet is watched yet");
            }
            for (Exported outlet : outlets) {
                write(xml, outlet);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Exported outlet) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("outline");
        attribute(xml, "text", outlet.name());
        own(xml, "home", outlet.homeUrl());
        own(xml, "language", outlet.language());
        own(xml, "country", outlet.country());
        own(xml, "ownership", outlet.ownership());
        for (ExportedFeed feed : outlet.feeds()) {
            xml.writeCharacters("\n  ");
            xml.writeEmptyElement("outline");
            String title = Objects.requireNonNullElse(feed.title(), outlet.name());
            attribute(xml, "text", title);
            attribute(xml, "title", title);
            attribute(xml, "type", feed.isPage() ? "link" : "rss");
            attribute(xml, feed.isPage() ? "url" : "xmlUrl", feed.url());
            attribute(xml, "htmlUrl", outlet.homeUrl());
            attribute(xml, "language", outlet.language());
            own(xml, "kind", feed.kind());
            own(xml, "untitled", feed.title() == null ? "true" : null);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, NOT_XML.matcher(value).replaceAll(""));
        }
    }

    private static void own(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(
                    "claimwatch", NAMESPACE, name, NOT_XML.matcher(value).replaceAll(""));
        }
    }
}
