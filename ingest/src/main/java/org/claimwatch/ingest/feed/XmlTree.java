package org.claimwatch.ingest.feed;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    /** As many elements as the largest sitemap has, about half of these; what follows is not read. */
    private static final int MAX_TAGS = 1_000_000;

    /** Longer than any feed takes; what costs more was made to cost. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Namespaces that one element may use; every feed known uses fewer than thirty. */
    private static final int MAX_NAMESPACES = 100;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private XmlTree() {}

    static Optional<XmlNode> read(String text) {
        String body = XmlProlog.read(legal(text)).body();
        int end = endOfTags(body);
        String bounded = body.substring(0, end);
        try {
            return Optional.ofNullable(pull(bounded, end < body.length() || text.length() >= FeedBytes.MOST));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.ofNullable(lenient(bounded));
        }
    }

    /** Without the characters that XML does not know. */
    private static String legal(String text) {
        StringBuilder legal = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            boolean isLegal =
                    c >= 0x20 ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF) : c == 9 || c == 10 || c == 13;
            if (!isLegal && legal == null) {
                legal = new StringBuilder(text.length()).append(text, 0, i);
            } else if (isLegal && legal != null) {
                legal.appendCodePoint(c);
            }
            i += length;
        }
        return legal == null ? text : legal.toString();
    }

    private static int endOfTags(String body) {
        int tags = 0;
        for (int at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
            if (++tags > MAX_TAGS) {
                return at;
            }
        }
        return body.length();
    }

    /** Characters that only Windows has, written as if they were Unicode's: what a browser does with them. */
    private static String repaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0x9F) {
                return text.codePoints()
                        .collect(StringBuilder::new, XmlTree::repair, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static void repair(StringBuilder out, int c) {
        if (c >= 0x80 && c <= 0x9F) {
            out.append(new String(new byte[] {(byte) c}, WINDOWS));
        } else {
            out.appendCodePoint(c);
        }
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

    /** @param isCut whether the text was cut off, so that what was read until it ends is all there is */
    private static @Nullable XmlNode pull(String text, boolean isCut) throws XMLStreamException {
        XMLStreamReader reader;
        synchronized (FACTORY) {
            reader = FACTORY.createXMLStreamReader(new StringReader(text));
        }
        Growing tree = new Growing();
        try {
            long start = System.nanoTime();
            for (int events = 1; reader.hasNext(); events++) {
                tree.take(reader, reader.next());
                if ((events & 0xFFF) == 0 && System.nanoTime() - start > MAX_NANOS) {
                    return tree.root;
                }
            }
        } catch (XMLStreamException e) {
            if (!isCut || tree.root == null) {
                throw e;
            }
        } finally {
            reader.close();
        }
        return tree.root;
    }

    /** The tree as far as the pull parser has come. */
    private static final class Growing {
        private final Deque<XmlNode> open = new ArrayDeque<>();
        private @Nullable XmlNode root;
        private int skipped;

        void take(XMLStreamReader reader, int event) throws XMLStreamException {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (skipped > 0) {
                        skipped--;
                    } else {
                        open.pop();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().add(repaired(reader.getText()));
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("entity");
                default -> {}
            }
        }

        private void start(XMLStreamReader reader) {
            if (open.size() >= MAX_DEPTH) {
                skipped++;
                return;
            }
            XmlNode node = new XmlNode(
                    Namespaces.name(
                            orEmpty(reader.getNamespaceURI()), orEmpty(reader.getPrefix()), reader.getLocalName()),
                    attributes(reader));
            if (open.isEmpty()) {
                root = node;
            } else {
                open.peek().add(node);
            }
            open.push(node);
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
                if (uris.size() < MAX_NAMESPACES) {
                    uris.put(key.substring(Math.min(key.length(), 6)), attribute.getValue());
                }
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
