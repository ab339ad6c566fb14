package org.claimwatch.web.atom;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.claimwatch.web.atom.AtomFeed.Entry;

/** The same feed for readers that take RSS 2.0 alone; what that has no word for, such as an entry's language, is left out. */
final class Rss {
    private Rss() {}

    static String xml(AtomFeed feed) {
        var out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            AtomFeed.element(xml, "title", feed.title());
            AtomFeed.element(xml, "link", feed.home());
            AtomFeed.element(xml, "description", feed.title());
            AtomFeed.element(xml, "lastBuildDate", date(feed.updated()));
            for (Entry entry : feed.entries()) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return out.toString();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("item");
        AtomFeed.element(xml, "title", entry.title());
        AtomFeed.element(xml, "link", entry.href());
        // Readers take a description for HTML, so it is written as HTML that shows just this text.
        AtomFeed.element(xml, "description", asHtml(entry.summary()));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(entry.id());
        xml.writeEndElement();
        AtomFeed.element(xml, "pubDate", date(entry.updated()));
        xml.writeEndElement();
    }

    private static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
