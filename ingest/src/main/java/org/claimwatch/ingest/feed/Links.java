package org.claimwatch.ingest.feed;

import java.net.URI;
import org.claimwatch.ingest.fetch.PageTree;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the readers of all formats do alike with addresses and plain text. */
final class Links {
    private Links() {}

    /** Absolute where the base is known and the address is one; else as written. */
    static @Nullable String absolute(@Nullable URI base, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        String written = address.strip();
        return base == null
                ? written
                : WebAddress.resolve(base, written).map(URI::toString).orElse(written);
    }

    /** {@code xml:base} where an element has one, or CDF's {@code base}. */
    static @Nullable URI base(XmlNode node, @Nullable URI outer) {
        String own = node.attribute("xml:base") != null ? node.attribute("xml:base") : node.attribute("base");
        if (own == null) {
            return outer;
        }
        return (outer == null ? WebAddress.parse(own) : WebAddress.resolve(outer, own)).orElse(outer);
    }

    /** Titles come as text, as escaped markup and as both at once. */
    static @Nullable String plain(@Nullable String markup) {
        if (markup == null) {
            return null;
        }
        String text = markup.indexOf('<') >= 0
                ? PageTree.parse("<body>" + markup, "").text()
                : markup.indexOf('&') >= 0 ? Parser.unescapeEntities(markup, false) : markup;
        String spaced = oneSpace(text).strip();
        return spaced.isEmpty() ? null : spaced;
    }

    private static String oneSpace(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean wasSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == ' ' || (c >= '\t' && c <= '\r');
            if (!isSpace) {
                spaced.append(c);
            } else if (!wasSpace) {
                spaced.append(' ');
            }
            wasSpace = isSpace;
        }
        return spaced.toString();
    }
}
