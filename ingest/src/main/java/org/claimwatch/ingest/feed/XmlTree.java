package org.claimwatch.ingest.feed;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed's XML into a tree: by a pull parser where it is well-formed, by jsoup where it is not.
 *
 * <p>Neither loads a DTD nor expands an entity that the document declares, so no document can name a file or grow.
 */
final class XmlTree {
    /** Deeper than any feed; what lies below is read as if it lay here. */
    private static final int MAX_DEPTH = 200;

    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern DOCTYPE =
            Pattern.compile("(?:\\s++|<\\?.*?\\?>|<!--.*?-->)*+<!DOCTYPE[^\\[>]*(\\[.*?\\]\\s*)?>", Pattern.DOTALL);

    private XmlTree() {}

    static Optional<XmlNode> read(String text) {
        String clean = clean(text);
        try {
            return Optional.ofNullable(pull(clean));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.ofNullable(lenient(clean));
        }
    }

    private static String clean(String text) {
        String clean = NOT_XML.matcher(text).replaceAll("");
        int start = clean.indexOf('<');
        clean = start > 0 ? clean.substring(start) : clean;
        Matcher doctype = DOCTYPE.matcher(clean);
        return doctype.lookingAt() ? clean.substring(doctype.end()) : clean;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the feed is read");
        });
        return factory;
    }

    private static @Nullable XmlNode pull(String text) throws XMLStreamException {
        XMLStreamReader reader;
        synchronized (FACTORY) {
            reader = FACTORY.createXMLStreamReader(new StringReader(text));
        }
        try {
            Deque<XmlNode> open = new ArrayDeque<>();
            XmlNode root = null;
            int skipped = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() >= MAX_DEPTH) {
                            skipped++;
                            continue;
                        }
                        XmlNode node = new XmlNode(
                                Namespaces.name(
                                        orEmpty(reader.getNamespaceURI()),
                                        orEmpty(reader.getPrefix()),
                                        reader.getLocalName()),
                                attributes(reader));
                        if (open.isEmpty()) {
                            root = node;
                        } else {
                            open.peek().add(node);
                        }
                        open.push(node);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (skipped > 0) {
                            skipped--;
                        } else {
                            open.pop();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (!open.isEmpty()) {
                            open.peek().add(reader.getText());
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("entity");
                    default -> {}
                }
            }
            return root;
        } finally {
            reader.close();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(
                    Namespaces.name(
                            orEmpty(reader.getAttributeNamespace(i)),
                            orEmpty(reader.getAttributePrefix(i)),
                            reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable XmlNode lenient(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        Element root = document.firstElementChild();
        return root == null ? null : convert(root, new HashMap<>(), 0);
    }

    private static XmlNode convert(Element element, Map<String, String> outer, int depth) {
        Map<String, String> uris = declared(element, outer);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getKey().startsWith("xmlns")) {
                attributes.put(name(attribute.getKey(), uris, false), attribute.getValue());
            }
        }
        XmlNode node = new XmlNode(name(element.tagName(), uris, true), attributes);
        for (Node child : element.childNodes()) {
            if (child instanceof CDataNode data) {
                node.add(data.text());
            } else if (child instanceof TextNode data) {
                node.add(data.getWholeText());
            } else if (child instanceof Element inner) {
                if (depth < MAX_DEPTH) {
                    node.add(convert(inner, uris, depth + 1));
                } else {
                    node.add(inner.wholeText());
                }
            }
        }
        return node;
    }

    private static Map<String, String> declared(Element element, Map<String, String> outer) {
        Map<String, String> uris = outer;
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                uris = uris == outer ? new HashMap<>(outer) : uris;
                uris.put(key.substring(Math.min(key.length(), 6)), attribute.getValue());
            }
        }
        return uris;
    }

    private static String name(String written, Map<String, String> uris, boolean isElement) {
        int colon = written.indexOf(':');
        String prefix = colon < 0 ? "" : written.substring(0, colon);
        String uri = prefix.isEmpty() && !isElement ? "" : uris.getOrDefault(prefix, "");
        return Namespaces.name(uri, prefix, written.substring(colon + 1));
    }
}
