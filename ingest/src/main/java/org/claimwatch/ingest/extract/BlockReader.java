package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts a page into blocks, leaving out what the caller does not want. */
final class BlockReader {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "img", "ins", "kbd", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "center");

    private static final char LINK_START = '\uE000';
    private static final char LINK_END = '\uE001';
    private static final char LINE_BREAK = '\uE002';
    private static final int MAX_DEPTH = 400;

    private final Predicate<Element> unwanted;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int openLinks;

    private BlockReader(Predicate<Element> unwanted) {
        this.unwanted = unwanted;
    }

    static List<Block> read(Element root, Predicate<Element> unwanted) {
        BlockReader reader = new BlockReader(unwanted);
        reader.walk(root, root, 0);
        reader.flush(root);
        return reader.blocks;
    }

    private void walk(Element element, Element holder, int depth) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                run.append(text.getWholeText());
            } else if (child instanceof Element inner && depth < MAX_DEPTH) {
                enter(inner, holder, depth);
            }
        }
    }

    private void enter(Element inner, Element holder, int depth) {
        String tag = inner.normalName();
        if (tag.equals("br")) {
            run.append(LINE_BREAK);
        } else if (unwanted.test(inner)) {
            if (!INLINE.contains(tag)) {
                flush(holder);
            }
        } else if (INLINE.contains(tag) && !holdsBlocks(inner)) {
            walkLink(inner, holder, depth);
        } else {
            flush(holder);
            walkLink(inner, inner, depth);
            flush(inner);
        }
    }

    private void walkLink(Element inner, Element holder, int depth) {
        boolean link = inner.normalName().equals("a");
        if (link) {
            openLinks++;
            run.append(LINK_START);
        }
        walk(inner, holder, depth + 1);
        if (link) {
            openLinks--;
            run.append(LINK_END);
        }
    }

    private static boolean holdsBlocks(Element inline) {
        for (Element child : inline.children()) {
            String tag = child.normalName();
            if (!tag.equals("br") && !Boilerplate.isTag(child) && (!INLINE.contains(tag) || holdsBlocks(child))) {
                return true;
            }
        }
        return false;
    }

    private void flush(Element holder) {
        if (run.isEmpty()) {
            return;
        }
        // Two line breaks are how pages without paragraphs make them.
        int start = 0;
        int from = 0;
        int lineBreak;
        while ((lineBreak = run.indexOf(String.valueOf(LINE_BREAK), from)) >= 0) {
            int end = lineBreak + 1;
            int breaks = 1;
            while (end < run.length()
                    && (Character.isWhitespace(run.charAt(end))
                            || run.charAt(end) == '\u00A0'
                            || run.charAt(end) == LINE_BREAK)) {
                breaks += run.charAt(end) == LINE_BREAK ? 1 : 0;
                end++;
            }
            if (breaks > 1) {
                add(holder, run.subSequence(start, lineBreak));
                start = end;
            }
            from = end;
        }
        add(holder, run.subSequence(start, run.length()));
        run.setLength(0);
        if (openLinks > 0) {
            run.append(LINK_START);
        }
    }

    private void add(Element holder, CharSequence raw) {
        StringBuilder text = new StringBuilder(raw.length());
        StringBuilder linked = new StringBuilder();
        boolean inLink = false;
        boolean space = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == LINK_START || c == LINK_END) {
                inLink = c == LINK_START;
                linked.append(' ');
            } else if (c == LINE_BREAK) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
                space = false;
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2009') {
                space = true;
            } else if (c != '\u00AD' && c != '\u200B' && c != '\uFEFF') {
                if (space && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                }
                if (space && inLink) {
                    linked.append(' ');
                }
                space = false;
                text.append(c);
                if (inLink) {
                    linked.append(c);
                }
            }
        }
        String clean = text.toString().strip();
        if (!clean.isEmpty()) {
            blocks.add(new Block(holder, kind(holder), clean, Words.count(clean), Words.count(linked)));
        }
    }

    private static Block.Kind kind(Element holder) {
        return switch (holder.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "li", "dt", "dd" -> Block.Kind.ITEM;
            default ->
                holder.parent() != null && holder.parent().normalName().equals("li")
                        ? Block.Kind.ITEM
                        : Block.Kind.PARAGRAPH;
        };
    }
}
