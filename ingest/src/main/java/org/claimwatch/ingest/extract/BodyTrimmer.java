package org.claimwatch.ingest.extract;

import java.util.List;
import org.jsoup.nodes.Element;

/** Takes off what stands around and between an article's paragraphs within their container. */
final class BodyTrimmer {
    /** No more than one word in so many stands above the title. */
    private static final int MOST_ABOVE_TITLE = 4;

    private BodyTrimmer() {}

    static void trim(List<Block> body, BodyReader.Known known) {
        dropTitle(body, known);
        body.removeIf(BodyTrimmer::isClutter);
        dropRelated(body);
        List<Block> start = body.subList(0, Math.min(body.size(), 6));
        start.removeIf(block -> block.words() < 10
                && !block.endsSentence()
                && PrintedDate.find(block.text()).isPresent());
        while (!body.isEmpty() && isLeadIn(body.getFirst(), known)) {
            body.removeFirst();
        }
        while (!body.isEmpty() && isLeadOut(body, known)) {
            body.removeLast();
        }
    }

    /** Everything up to the title stands above the article. */
    private static void dropTitle(List<Block> body, BodyReader.Known known) {
        int all = words(body);
        for (int i = 0; i < Math.min(body.size(), 12); i++) {
            String text = Words.bare(body.get(i).text());
            boolean titled = repeats(text, known.bareTitle());
            // In other words a sub-heading, or the last line, may say again what the title says.
            boolean alsoTitled = known.bareTitles().stream().anyMatch(title -> repeats(text, title))
                    && words(body.subList(0, i)) * MOST_ABOVE_TITLE < all;
            if (titled || alsoTitled) {
                body.subList(0, i + 1).clear();
                return;
            }
        }
    }

    private static boolean repeats(String text, String title) {
        return title.length() >= 8 && text.contains(title) && text.length() < title.length() + 100;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::words).sum();
    }

    private static boolean isClutter(Block block) {
        return (block.linkDensity() > 0.6 && !block.endsSentence())
                || Boilerplate.isLabelled(block.text())
                || Phrases.isRightsNotice(block)
                || (!block.endsSentence() && Phrases.isCredit(block))
                || (block.linkedWords() > 0 && Phrases.isPromotion(block))
                || (block.linkDensity() > 0.8 && Phrases.isRelatedHeading(block))
                || isLabel(block)
                || isCell(block);
    }

    private static boolean isLabel(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && block.words() <= 2
                && block.text().endsWith(":");
    }

    /** Figures in a table are no sentences. */
    private static boolean isCell(Block block) {
        if (block.words() >= 10 || block.endsSentence()) {
            return false;
        }
        Element element = block.element();
        for (int up = 0; up < 3 && element != null; up++) {
            String tag = element.normalName();
            if (tag.equals("td") || tag.equals("th")) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }

    /** A heading like "Read also" goes, and with it the links below it. */
    private static void dropRelated(List<Block> body) {
        for (int i = body.size() - 1; i >= 0; i--) {
            if (!Phrases.isRelatedHeading(body.get(i)) || body.get(i).words() > 8) {
                continue;
            }
            int end = i + 1;
            while (end < body.size() && isLinkLike(body.get(end))) {
                end++;
            }
            if (end > i + 1 || end == body.size()) {
                body.subList(i, end).clear();
            }
        }
    }

    private static boolean isLinkLike(Block block) {
        return block.linkDensity() > 0.25
                || (block.kind() == Block.Kind.ITEM && block.linkedWords() > 0)
                || (block.kind() != Block.Kind.HEADING && block.words() < 4 && !block.endsSentence());
    }

    private static boolean isLeadIn(Block block, BodyReader.Known known) {
        String text = block.text();
        if (block.words() > 20) {
            return false;
        }
        if (Phrases.isByline(block) && !block.endsSentence()) {
            return true;
        }
        boolean named = known.authors().stream().anyMatch(text::contains);
        boolean dated = PrintedDate.find(text).isPresent() && block.words() < 15;
        return dated
                || (!block.endsSentence() && (named || block.words() < 4) && block.kind() != Block.Kind.HEADING)
                || (named && block.words() < 8);
    }

    private static boolean isLeadOut(List<Block> body, BodyReader.Known known) {
        Block last = body.getLast();
        boolean bio = body.size() > 3
                && last.words() < 70
                && known.authors().stream().anyMatch(author -> last.text().startsWith(author));
        return bio
                || last.kind() == Block.Kind.HEADING
                || (last.words() < 12 && !last.endsSentence())
                || Phrases.isPromotion(last);
    }
}
