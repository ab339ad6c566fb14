package org.claimwatch.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;

/** How much prose and how many links each element of a page holds, its descendants included. */
final class Weights {
    /** A list of links is no worse for being long: it is short in most articles' neighbourhood. */
    private static final int MOST_FOR_A_LINK = 10;

    private static final class Sums {
        double prose;
        double clutter;
        int words;
        int linkedWords;
        int blocks;
    }

    private final Map<Element, Sums> sums = new HashMap<>();

    /** @param evidence what else speaks for a block: a factor, 1 for nothing */
    Weights(List<Block> blocks, ToDoubleFunction<Block> evidence) {
        for (Block block : blocks) {
            double weight = weight(block);
            weight = weight > 0 ? weight * evidence.applyAsDouble(block) : weight;
            for (Element element = block.element(); element != null; element = element.parent()) {
                Sums sum = sums.computeIfAbsent(element, none -> new Sums());
                sum.prose += Math.max(weight, 0);
                sum.clutter += Math.max(-weight, 0);
                sum.words += block.words();
                sum.linkedWords += block.linkedWords();
                sum.blocks++;
            }
        }
    }

    /** Words that read like an article's. */
    double prose(Element element) {
        Sums sum = sums.get(element);
        return sum == null ? 0 : sum.prose;
    }

    /** Prose, less what reads like lists of links. */
    double net(Element element) {
        Sums sum = sums.get(element);
        return sum == null ? 0 : sum.prose - sum.clutter;
    }

    boolean isLinkList(Element element) {
        Sums sum = sums.get(element);
        return sum != null && sum.blocks > 1 && sum.linkedWords > 0.5 * sum.words;
    }

    private static double weight(Block block) {
        if (block.linkDensity() > 0.5) {
            return -Math.min(block.words(), MOST_FOR_A_LINK);
        }
        return switch (block.kind()) {
            case HEADING -> 0;
            case ITEM -> block.words() >= 10 && block.linkDensity() < 0.3 ? block.words() * 0.6 : -1;
            case PARAGRAPH -> block.words() >= 8 && (block.endsSentence() || block.words() >= 20) ? block.words() : -1;
        };
    }
}
