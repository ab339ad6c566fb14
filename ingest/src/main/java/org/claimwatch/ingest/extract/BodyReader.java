package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article's body on a page.
 *
 * <p>Every block gets a weight, positive where it reads like prose and negative where it reads like a list of links.
 * From the root the search goes down into whichever child holds nearly all of the weight, and ends where the weight
 * is spread over many children: those are the paragraphs. What lies there and is no prose is trimmed.
 */
final class BodyReader {
    /** A child that holds this share of its parent's weight holds the article. */
    private static final double DOMINANT = 0.80;

    /** What a page's makers call boilerplate is believed unless it holds this share of the page's prose. */
    private static final double TOO_MUCH_TO_DROP = 0.40;

    private final Document page;
    private final Known known;
    private final Map<Element, Double> prose = new HashMap<>();

    /** What other readers found out before: it marks where the article begins. */
    record Known(String title, List<String> authors) {}

    private BodyReader(Document page, Known known) {
        this.page = page;
        this.known = known;
    }

    static String read(Document page, Known known) {
        return new BodyReader(page, known).read();
    }

    private String read() {
        Element root = page.body();
        List<Block> all = BlockReader.read(
                root,
                element -> Boilerplate.isTag(element) && !element.normalName().equals("form"));
        weigh(all, prose);
        List<Block> wanted = BlockReader.read(root, this::isUnwanted);
        Map<Element, Double> weights = new HashMap<>();
        weigh(wanted, weights);
        Element container = descend(root, weights);
        List<Block> body = wanted.stream()
                .filter(block -> isWithin(block.element(), container))
                .collect(Collectors.toCollection(ArrayList::new));
        BodyTrimmer.trim(body, known);
        return body.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private boolean isUnwanted(Element element) {
        if (Boilerplate.isTag(element)) {
            return !element.normalName().equals("form") || !isTooMuchToDrop(element);
        }
        boolean suspicious =
                Boilerplate.isHidden(element) || Boilerplate.isRole(element) || Boilerplate.isNamed(element);
        return suspicious && !isTooMuchToDrop(element);
    }

    private boolean isTooMuchToDrop(Element element) {
        double total = prose.getOrDefault(page.body(), 0.0);
        return total > 0 && prose.getOrDefault(element, 0.0) > TOO_MUCH_TO_DROP * total;
    }

    private static void weigh(List<Block> blocks, Map<Element, Double> weights) {
        for (Block block : blocks) {
            double weight = weight(block);
            for (Element element = block.element(); element != null; element = element.parent()) {
                weights.merge(element, weight, Double::sum);
            }
        }
    }

    private static double weight(Block block) {
        if (block.linkDensity() > 0.5) {
            return -Math.min(block.words(), 10);
        }
        return switch (block.kind()) {
            case HEADING -> 0;
            case ITEM -> block.words() >= 10 && block.linkDensity() < 0.3 ? block.words() * 0.6 : -1;
            case PARAGRAPH -> block.words() >= 8 && (block.endsSentence() || block.words() >= 20) ? block.words() : -1;
        };
    }

    private static Element descend(Element root, Map<Element, Double> weights) {
        Element at = root;
        while (true) {
            double here = weights.getOrDefault(at, 0.0);
            Element heaviest = null;
            for (Element child : at.children()) {
                if (heaviest == null || weights.getOrDefault(child, 0.0) > weights.getOrDefault(heaviest, 0.0)) {
                    heaviest = child;
                }
            }
            if (heaviest == null || weights.getOrDefault(heaviest, 0.0) < DOMINANT * here || here <= 0) {
                return at;
            }
            at = heaviest;
        }
    }

    private static boolean isWithin(Element element, Element container) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.equals(container)) {
                return true;
            }
        }
        return false;
    }
}
