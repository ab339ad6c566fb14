package org.claimwatch.web.atom;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed as feed readers take it (Atom, RFC 4287).
 *
 * @param id never changes, whatever the address
 * @param home where this site begins
 * @param empty when the feed is from while it has no entry
 */
public record AtomFeed(String id, String title, String home, Instant empty, List<Entry> entries) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /**
     * One thing: whoever has seen its id does not see it again.
     *
     * @param language of the title, BCP 47; null if not known
     * @param via the page that it stands on at its outlet; null where there is none that one may follow
     */
    public record Entry(
            String id,
            String title,
            @Nullable String language,
            Instant updated,
            @Nullable Instant published,
            String summary,
            String href,
            @Nullable String via) {}

    Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(empty);
    }

    String xml() {
        var out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", id);
            element(xml, "title", title);
            element(xml, "updated", moment(updated()));
            xml.writeStartElement("author");
            element(xml, "name", "Claimwatch");
            xml.writeEndElement();
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return out.toString();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        if (entry.language() != null && !entry.language().isEmpty()) {
            xml.writeAttribute("xml:lang", legal(entry.language()));
        }
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", moment(entry.updated()));
        if (entry.published() != null) {
            element(xml, "published", moment(entry.published()));
        }
        element(xml, "summary", entry.summary());
        link(xml, "alternate", entry.href());
        if (entry.via() != null) {
            link(xml, "via", entry.via());
        }
        xml.writeEndElement();
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void link(XMLStreamWriter xml, String relation, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", legal(href));
    }

    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** XML has no control characters and no half surrogates, whatever an outlet writes. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c <= 0x10FFFD))
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
