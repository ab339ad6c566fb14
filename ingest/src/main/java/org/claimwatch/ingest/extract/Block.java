package org.claimwatch.ingest.extract;

import org.jsoup.nodes.Element;

/**
 * A stretch of text that a reader sees as one: a paragraph, a heading, an item of a list.
 *
 * @param element the element that holds the text
 * @param words all words, a character of a script without spaces counted as half of one
 * @param linkedWords those inside links
 */
record Block(Element element, Kind kind, String text, int words, int linkedWords) {
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM
    }

    double linkDensity() {
        return words == 0 ? 0 : (double) linkedWords / words;
    }

    boolean endsSentence() {
        return Words.endsSentence(text);
    }
}
