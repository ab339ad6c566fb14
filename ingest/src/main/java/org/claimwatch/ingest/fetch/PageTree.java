package org.claimwatch.ingest.fetch;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's text into a tree that can be walked in bounded time, however the page is nested: what reads pages looks
 * from each element up to the root and down to its text, which a page made for it turns into hours.
 */
public final class PageTree {
    /** The pages of outlets have 500 to 20,000; what follows is not read. */
    static final int MOST_ELEMENTS = 50_000;

    /** The pages of outlets have 15 to 60; of what lies below, the text is kept. */
    static final int DEEPEST = 128;

    private static final int DEEPER_THAN_ANY = 100_000;

    private PageTree() {}

    /**
     * The page as a browser would build it, within the bounds. A page that the parser cannot build is empty.
     *
     * @param address for relative links; empty where it is not known
     */
    public static Document parse(String html, String address) {
        Document page = parsed(html, address);
        List<Element> deepest = new ArrayList<>();
        int[] seen = {0};
        @Nullable Node[] first = {null};
        page.filter((node, depth) -> {
            if (seen[0] >= MOST_ELEMENTS) {
                first[0] = node;
                return NodeFilter.FilterResult.STOP;
            }
            if (node instanceof Element element) {
                seen[0]++;
                if (depth >= DEEPEST && element.childrenSize() > 0) {
                    deepest.add(element);
                    return NodeFilter.FilterResult.SKIP_ENTIRELY;
                }
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        if (first[0] != null) {
            cutFrom(first[0]);
        }
        for (Element element : deepest) {
            String text = element.wholeText();
            element.empty();
            element.appendText(text);
        }
        return page;
    }

    /** Node and all that follows; one by one would cost the square of their number. */
    private static void cutFrom(Node first) {
        int kept = first.siblingIndex();
        for (Node node = first; node.parent() instanceof Element parent; node = parent) {
            List<Node> before = List.copyOf(parent.childNodes().subList(0, kept));
            kept = parent.siblingIndex() + 1;
            parent.empty();
            parent.appendChildren(before);
        }
    }

    private static Document parsed(String html, String address) {
        try {
            return Jsoup.parse(html, address);
        } catch (RuntimeException tooDeep) {
            // jsoup 1.24.1 loses its way on some pages whose elements it has cut off at its own depth.
            try {
                return Jsoup.parse(html, address, Parser.htmlParser().setMaxDepth(DEEPER_THAN_ANY));
            } catch (RuntimeException e) {
                return Document.createShell(address);
            }
        }
    }
}
