package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the paragraph between title and body that many designs set apart. */
final class LeadReader {
    private static final Pattern NAME = Pattern.compile(
            "(^|[^a-z])(lead|lede|intro|introduction|standfirst|stand-first|abstract|summary|subtitle|sub-title|subhead|subheadline|dek|deck|chapo|chapeau|sumario|entradilla|bajada|vorspann|anleser|anreisser|excerpt|sottotitolo|occhiello|ingress|spot|description|kicker-text|subheading|strapline)([^a-z]|$)|teaser-?text|articleintro|article-?lead|headertext",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST = 3;

    private LeadReader() {}

    /** Puts the lead before the body, if the page has one that is not in it. */
    static void addLead(List<Block> body, List<Block> page, BodyReader.Known known) {
        if (body.isEmpty()) {
            return;
        }
        Set<String> held = new HashSet<>();
        body.forEach(block -> held.add(Words.bare(block.text())));
        int first = indexOf(page, body.getFirst());
        int title = title(page, first, known.bareTitles());
        List<Block> lead = new ArrayList<>();
        for (int i = title + 1; title >= 0 && i < first && lead.size() < MOST; i++) {
            Block block = page.get(i);
            if (isLead(block, known) && held.add(Words.bare(block.text()))) {
                lead.add(block);
            }
        }
        body.addAll(0, lead);
    }

    private static int indexOf(List<Block> page, Block wanted) {
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).element().equals(wanted.element())
                    && page.get(i).text().equals(wanted.text())) {
                return i;
            }
        }
        return -1;
    }

    private static int title(List<Block> page, int before, Set<String> titles) {
        for (int i = before - 1; i >= 0; i--) {
            Block block = page.get(i);
            if (block.element().normalName().equals("h1") || titles.contains(Words.bare(block.text()))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLead(Block block, BodyReader.Known known) {
        if (block.words() < 20 || block.linkDensity() > 0.3 || Boilerplate.isLabelled(block.text())) {
            return false;
        }
        String text = Words.bare(block.text());
        String description = Words.bare(known.description());
        int shared = Math.min(50, Math.min(text.length(), description.length()));
        boolean described = shared >= 25 && text.regionMatches(0, description, 0, shared);
        return described || isNamedLead(block);
    }

    private static boolean isNamedLead(Block block) {
        var element = block.element();
        for (int up = 0; up < 3 && element != null; up++) {
            if (NAME.matcher(element.className() + " " + element.id() + " " + element.attr("itemprop"))
                    .find()) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }
}
