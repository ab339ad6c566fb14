package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article's body on a page.
 *
 * <p>Every block counts as prose or as clutter. The element with the most prose left after its clutter holds the
 * article; from there the search goes down into whichever child holds nearly all of the prose, and ends where it is
 * spread over many children: those are the paragraphs. What lies there and is no prose is trimmed.
 */
final class BodyReader {
    /** A child that holds this share of its parent's prose holds the article. */
    private static final double DOMINANT = 0.85;

    /** What a page's makers call boilerplate is believed unless it holds this share of the page's prose. */
    private static final double TOO_MUCH_TO_DROP = 0.40;

    /** A main part with less of the page's prose than this is an empty shell. */
    private static final double LEAST_AT_HOME = 0.10;

    /** A body of fewer words makes one doubt that what was dropped was boilerplate. */
    private static final int SHORT = 60;

    private final Element root;
    private final Known known;
    private final List<Block> page;
    private final Weights all;
    private final Evidence evidence;

    /** What other readers found out before: it marks where the article begins. */
    record Known(
            String bareTitle, Set<String> bareTitles, List<String> authors, String description, String linkedBody) {}

    private BodyReader(Document document, Known known) {
        this.root = document.body();
        this.known = known;
        this.evidence = new Evidence(known);
        this.page = BlockReader.read(
                root,
                element -> Boilerplate.isTag(element) && !element.normalName().equals("form"));
        this.all = new Weights(page, evidence);
    }

    static String read(Document page, Known known) {
        BodyReader reader = new BodyReader(page, known);
        List<Block> best = reader.body(reader::isUnwanted);
        if (words(best) < SHORT) {
            List<Block> other = reader.body(reader::isCertainlyUnwanted);
            best = words(other) > 2 * words(best) ? other : best;
        }
        if (words(best) * 3 < Words.count(known.linkedBody())) {
            // The page is built in the browser: its text is in the description for machines alone.
            return known.linkedBody();
        }
        LeadReader.addLead(best, reader.page, known);
        return best.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private List<Block> body(Predicate<Element> unwanted) {
        List<Block> wanted = BlockReader.read(root, unwanted);
        Weights weights = new Weights(wanted, evidence);
        Element container = descend(heaviest(home(weights), wanted, weights), weights);
        List<Block> body = wanted.stream()
                .filter(block ->
                        isWithin(block.element(), container) && !isInLinkList(block.element(), container, weights))
                .collect(Collectors.toCollection(ArrayList::new));
        BodyTrimmer.trim(body, known);
        return body;
    }

    private boolean isUnwanted(Element element) {
        return isCertainlyUnwanted(element)
                || ((Boilerplate.isNamed(element) || Boilerplate.isHidden(element))
                        && !element.normalName().equals("blockquote")
                        && !isTooMuchToDrop(element));
    }

    private boolean isCertainlyUnwanted(Element element) {
        if (Boilerplate.isTag(element)) {
            return !element.normalName().equals("form") || !isTooMuchToDrop(element);
        }
        return Boilerplate.isRole(element) && !isTooMuchToDrop(element);
    }

    private boolean isTooMuchToDrop(Element element) {
        return all.prose(element) > TOO_MUCH_TO_DROP * all.prose(root) && all.prose(element) > 0;
    }

    /** The part of the page that its makers marked as the main one, if the title is in it. */
    private Element home(Weights weights) {
        for (Element heading : root.select("h1")) {
            if (!known.bareTitles().contains(Words.bare(heading.text()))) {
                continue;
            }
            for (Element at = heading; at != null; at = at.parent()) {
                boolean marked = at.normalName().equals("article")
                        || at.normalName().equals("main")
                        || at.attr("role").equals("main");
                if (marked && weights.prose(at) > SHORT && weights.prose(at) > LEAST_AT_HOME * weights.prose(root)) {
                    return at;
                }
            }
        }
        return root;
    }

    private static Element heaviest(Element home, List<Block> blocks, Weights weights) {
        Element heaviest = home;
        for (Block block : blocks) {
            if (!isWithin(block.element(), home)) {
                continue;
            }
            Element element = block.element();
            while (element != null && !element.equals(home)) {
                if (weights.net(element) > weights.net(heaviest)) {
                    heaviest = element;
                }
                element = element.parent();
            }
        }
        return heaviest;
    }

    private static Element descend(Element from, Weights weights) {
        Element at = from;
        while (weights.prose(at) > 0) {
            Element heaviest = null;
            for (Element child : at.children()) {
                if (heaviest == null || weights.prose(child) > weights.prose(heaviest)) {
                    heaviest = child;
                }
            }
            if (heaviest == null || weights.prose(heaviest) < DOMINANT * weights.prose(at)) {
                return at;
            }
            at = heaviest;
        }
        return at;
    }

    private static boolean isWithin(Element element, Element container) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.equals(container)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInLinkList(Element element, Element container, Weights weights) {
        for (Element at = element; at != null && !at.equals(container); at = at.parent()) {
            if (weights.isLinkList(at)) {
                return true;
            }
        }
        return false;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::words).sum();
    }
}
