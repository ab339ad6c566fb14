package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the byline that readers see: by its marking, by where its link leads, by how it begins. */
final class BylineReader {
    static final int SURE = 2;
    private static final int MOST = 4;
    private static final int LONGEST = 12;

    /** From the surest marking to the least sure. */
    private static final List<String> MARKINGS = List.of(
            "[itemprop=author], [property=author], [rel=author], [data-testid*=author-name]",
            "[class~=(?i)(^|[\\s_-])(author|autor|byline|auteur|writer)[_-]*(name|link|title)?($|\\s)], .fn, .entry-author",
            "a[href~=(?i)/(author|authors|autor|autoren|autorin|auteur|auteurs|autores|profil|redaktion|team|people|by|journalist|contributors?|staff|writers?)/[^/]+]",
            "[class~=(?i)(author|byline|autor|verfasser|auteur|redakteur|writer)], [id~=(?i)(author|byline|autor)]");

    private static final String NAME =
            "\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:(?:van|von|der|de|den|del|della|da|dos|di|la|le|el|bin|al|zu)\\s+)*\\p{Lu}[\\p{L}'’.-]*){0,3}";
    private static final Pattern BYLINE = Pattern.compile(
            "^\\W*(?:(?i:by|von|par|por|di|door|av|text|texte|autor|autorin|author|written by|posted by|geschrieben von|ein beitrag von|par|vom|redaktion|verfasst von)\\s*:?\\s+)("
                    + NAME + "(?:\\s*(?:,|&|(?i:and|und|et|y|och))\\s*" + NAME + ")*)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Document page;

    BylineReader(Document page) {
        this.page = page;
    }

    List<String> names() {
        List<String> marked = marked(MARKINGS.size());
        return marked.isEmpty() ? fromText() : marked;
    }

    /** @param markings how many of the markings to trust, the surest first */
    List<String> marked(int markings) {
        for (String marking : MARKINGS.subList(0, markings)) {
            Set<String> found = new LinkedHashSet<>();
            Element first = null;
            for (Element marked : page.select(marking)) {
                Optional<String> name = name(marked);
                // Several authors stand together; those further down wrote something else.
                boolean together =
                        first == null || isWithin(marked, first.parent()) || isWithin(marked, grandparent(first));
                if (name.isPresent() && together && found.size() < MOST) {
                    found.add(name.get());
                    first = first == null ? marked : first;
                }
            }
            if (!found.isEmpty()) {
                return new ArrayList<>(found);
            }
        }
        return List.of();
    }

    private static @Nullable Element grandparent(Element element) {
        return element.parent() == null ? null : element.parent().parent();
    }

    private static boolean isWithin(Element element, @Nullable Element container) {
        return container != null && element.parents().contains(container);
    }

    private static Optional<String> name(Element marked) {
        if (isElsewhere(marked)) {
            return Optional.empty();
        }
        if (marked.hasAttr("content") && !marked.attr("content").isBlank()) {
            return Optional.of(marked.attr("content"));
        }
        Element name = marked.selectFirst("[itemprop=name], [rel=author], .fn, a");
        String text = name != null && !name.text().isBlank() && Words.count(name.text()) <= LONGEST
                ? name.text()
                : marked.text();
        boolean isName = !text.isBlank()
                && Words.count(text) <= LONGEST
                && !Names.of(text).isEmpty();
        return isName ? Optional.of(text) : Optional.empty();
    }

    /** Comments and teasers have authors of their own. */
    private static boolean isElsewhere(Element marked) {
        for (Element at = marked; at != null; at = at.parent()) {
            String names = (at.className() + " " + at.id()).toLowerCase(Locale.ROOT);
            if ((at.normalName().equals("footer") && !at.parents().is("article"))
                    || at.normalName().equals("nav")
                    || at.normalName().equals("figure")
                    || (names.contains("comment")
                            && !at.normalName().equals("body")
                            && !at.normalName().equals("html")
                            && !at.normalName().equals("article"))
                    || names.contains("related")
                    || (names.contains("teaser") && !names.contains("article"))
                    || names.contains("reference")
                    || (names.contains("sidebar") && at.normalName().equals("aside"))) {
                return true;
            }
        }
        return false;
    }

    private List<String> fromText() {
        for (Block block : BlockReader.read(page.body(), Boilerplate::isTag)) {
            Matcher byline = BYLINE.matcher(block.text());
            if (block.words() <= 20 && byline.find()) {
                return List.of(byline.group(1));
            }
        }
        return List.of();
    }
}
