package org.claimwatch.ingest.extract;

import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a page itself says about which of its prose is the article. */
final class Evidence implements ToDoubleFunction<Block> {
    /** What makers of pages call the element that holds the body. */
    private static final Pattern BODY_NAME = Pattern.compile(
            "article-?_?(body|text|content)|story-?_?(body|text|content)|entry-?_?content|post-?_?(content|body|text)|body-?_?(copy|text|content)|news-?_?(body|text|content)|content-?_?body|main-?_?(text|content)|rich-?_?text",
            Pattern.CASE_INSENSITIVE);

    private static final double NAMED = 1.5;
    private static final double DESCRIBED = 3;
    private static final double REPEATED = 3;
    private static final int SHORTEST_MATCH = 25;

    private final String description;
    private final String linkedBody;

    Evidence(BodyReader.Known known) {
        this.description = Words.bare(known.description());
        this.linkedBody = Words.bare(known.linkedBody());
    }

    @Override
    public double applyAsDouble(Block block) {
        String text = Words.bare(block.text());
        double factor = isInNamedBody(block.element()) ? NAMED : 1;
        if (text.length() < SHORTEST_MATCH) {
            return factor;
        }
        factor *= linkedBody.contains(text) ? REPEATED : 1;
        int shared = Math.min(50, Math.min(text.length(), description.length()));
        return shared >= SHORTEST_MATCH && text.regionMatches(0, description, 0, shared) ? factor * DESCRIBED : factor;
    }

    private static boolean isInNamedBody(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.attr("itemprop").contains("articleBody")
                    || ((at.hasAttr("class") || at.hasAttr("id"))
                            && BODY_NAME.matcher(at.className() + " " + at.id()).find())) {
                return true;
            }
        }
        return false;
    }
}
