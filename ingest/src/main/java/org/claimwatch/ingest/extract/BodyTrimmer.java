package org.claimwatch.ingest.extract;

import java.util.List;
import java.util.regex.Pattern;

/** Takes off what stands around an article's paragraphs within their container. */
final class BodyTrimmer {
    private static final Pattern BYLINE = Pattern.compile(
            "^(by|von|par|por|di|de|door|av|af|från|z|od|text|foto|photo|بقلم|от)\\b[:\\s]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private BodyTrimmer() {}

    static void trim(List<Block> body, BodyReader.Known known) {
        dropTitle(body, known);
        body.removeIf(
                block -> (block.linkDensity() > 0.6 && !block.endsSentence()) || Boilerplate.isLabelled(block.text()));
        while (!body.isEmpty() && isLeadIn(body.getFirst(), known)) {
            body.removeFirst();
        }
        while (!body.isEmpty() && isLeadOut(body.getLast())) {
            body.removeLast();
        }
        body.removeIf(block -> block.kind() == Block.Kind.PARAGRAPH && block.words() < 10 && looksLikeCaption(block));
    }

    /** Everything up to the title stands above the article. */
    private static void dropTitle(List<Block> body, BodyReader.Known known) {
        String title = Words.bare(known.title());
        if (title.length() < 8) {
            return;
        }
        for (int i = 0; i < Math.min(body.size(), 12); i++) {
            String text = Words.bare(body.get(i).text());
            if (text.contains(title) && text.length() < title.length() + 100) {
                body.subList(0, i + 1).clear();
                return;
            }
        }
    }

    private static boolean isLeadIn(Block block, BodyReader.Known known) {
        String text = block.text();
        if (block.words() > 20) {
            return false;
        }
        if (BYLINE.matcher(text).find() && block.words() < 12) {
            return true;
        }
        boolean named = known.authors().stream().anyMatch(text::contains);
        boolean dated = PrintedDate.find(text).isPresent() && block.words() < 15;
        return dated
                || (!block.endsSentence() && (named || block.words() < 4) && block.kind() != Block.Kind.HEADING)
                || (named && block.words() < 8);
    }

    private static boolean isLeadOut(Block block) {
        return block.kind() == Block.Kind.HEADING || (block.words() < 12 && !block.endsSentence());
    }

    private static boolean looksLikeCaption(Block block) {
        return Pattern.compile("^(photo|foto|image|bild|picture|صورة)\\s*:", Pattern.CASE_INSENSITIVE)
                .matcher(block.text())
                .find();
    }
}
