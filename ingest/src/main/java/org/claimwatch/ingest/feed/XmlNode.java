package org.claimwatch.ingest.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed, whichever parser read it.
 *
 * <p>Names are lower-case and carry the usual prefix of their namespace, whatever prefix the feed chose; the elements
 * of RSS and of sitemaps, and those without a namespace, carry none.
 */
final class XmlNode {
    final String name;
    final Map<String, String> attributes;
    private final List<Object> content = new ArrayList<>();

    XmlNode(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    void add(XmlNode child) {
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    Stream<XmlNode> children() {
        return content.stream().filter(XmlNode.class::isInstance).map(XmlNode.class::cast);
    }

    /** The children of these names, in document order. */
    Stream<XmlNode> children(String... names) {
        List<String> wanted = Arrays.asList(names);
        return children().filter(child -> wanted.contains(child.name));
    }

    /** The first child with the first of these names that has one. */
    @Nullable XmlNode child(String... names) {
        for (String wanted : names) {
            for (Object child : content) {
                if (child instanceof XmlNode node && node.name.equals(wanted)) {
                    return node;
                }
            }
        }
        return null;
    }

    /** The text of the first of these children that has any, or null. */
    @Nullable String text(String... names) {
        for (String wanted : names) {
            for (Object child : content) {
                if (child instanceof XmlNode node && node.name.equals(wanted)) {
                    String text = node.text();
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
        }
        return null;
    }

    /** All text inside, without markup and without space at the ends. */
    String text() {
        if (content.size() == 1 && content.getFirst() instanceof String only) {
            return only.strip();
        }
        StringBuilder text = new StringBuilder();
        collectText(text);
        return text.toString().strip();
    }

    private void collectText(StringBuilder text) {
        for (Object child : content) {
            if (child instanceof XmlNode node) {
                node.collectText(text);
            } else {
                text.append(child);
            }
        }
    }

    /** What is inside as markup: text that was escaped markup already, or elements written out. */
    String markup() {
        if (content.stream().noneMatch(XmlNode.class::isInstance)) {
            return text();
        }
        StringBuilder markup = new StringBuilder();
        collectMarkup(markup);
        return markup.toString().strip();
    }

    private void collectMarkup(StringBuilder markup) {
        for (Object child : content) {
            if (!(child instanceof XmlNode node)) {
                markup.append(Entities.escape(child.toString()));
                continue;
            }
            String local = node.name.substring(node.name.indexOf(':') + 1);
            markup.append('<').append(local);
            node.attributes.forEach((key, value) -> markup.append(' ')
                    .append(key)
                    .append("=\"")
                    .append(Entities.escape(value))
                    .append('"'));
            markup.append('>');
            node.collectMarkup(markup);
            markup.append("</").append(local).append('>');
        }
    }

    @Nullable String attribute(String key) {
        String value = attributes.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean isEmpty() {
        return content.isEmpty();
    }
}
