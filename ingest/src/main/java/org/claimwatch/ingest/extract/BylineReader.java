package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the byline that readers see: by its marking, by where its link leads, by how it begins. */
final class BylineReader {
    private static final int MOST = 6;
    private static final int LONGEST = 20;

    /** From the surest marking to the least sure. */
    private static final List<String> MARKINGS = List.of(
            "[itemprop=author], [property=author], [rel=author], [data-testid*=author-name]",
            "[class~=(?i)(^|[\\s_-])(author|autor|byline|auteur|writer)[_-]*(name|link|title)?($|\\s)], .fn, .entry-author, [data-testid*=byline], [data-test*=author-name]",
            "a[href~=(?i)/(authors?|autor|autore|autores|autoren|autorin|auteurs?|profil|redaktion|team|newsteam|our-team|people|by|journalists?|reporters?|columnists?|contributors?|creator|staff|writers?|skribent|giornalisti?|yazar|muhabir|kirjoittaja|penulis|tac-gia)/[^/]+]",
            "[class~=(?i)(author|byline|autor|verfasser|auteur|redakteur|writer|reporter|journalist|yazar|muhabir)], [id~=(?i)(author|byline|autor)], [itemtype$=schema.org/Person]");

    private static final String NAME =
            "\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:(?:van|von|der|de|den|del|della|da|dos|di|la|le|el|bin|al|zu|ter|ten)\\s+)*\\p{Lu}[\\p{L}'’.-]*){0,3}";
    private static final Pattern BYLINE = Pattern.compile(
            "^\\W*(?i:" + BylineWords.BEFORE + "|" + BylineWords.BEFORE_COLON + ")(?:\\s*[:：|]\\s*|\\s+)(" + NAME
                    + "(?:\\s*(?:,|&|(?i:and|und|et|y|och|og|e|i|a|en|ve|и|і|και))\\s*" + NAME + ")*)",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Where no capital marks a name, its length and what stands before or after it do. */
    private static final Pattern UNCASED = Pattern.compile(
            "^[^\\p{L}]*(?:بقلم|كتبت?|كتابة|إعداد|نویسنده|به قلم|מאת|लेखक)\\s*[:：|]?\\s*(?<arabic>\\p{L}+(?:\\s\\p{L}+){1,3})\\s*(?:$|[|،,–-])"
                    + "|(?:作者|记者|記者|撰文|文|執筆|筆者|责任编辑|責任編輯)\\s*[:：/／]\\s*(?<han>\\p{IsHan}{2,4})(?!\\p{IsHan})"
                    + "|^[^\\p{L}]*(?<hangul>\\p{IsHangul}{2,4})\\s?(?:선임|수습|인턴|객원)?\\s?(?:기자|특파원)(?!\\p{IsHangul})");

    private final Document page;
    private @Nullable List<Block> blocks;

    BylineReader(Document page) {
        this.page = page;
    }

    List<String> names() {
        List<String> marked = marked();
        return marked.isEmpty() ? fromText() : marked;
    }

    /** Those that the page's makers marked as authors. */
    List<String> marked() {
        for (String marking : MARKINGS) {
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
        String text = marked.text();
        List<String> all = Words.count(text) <= LONGEST ? Names.of(text) : List.of();
        List<String> parts = marked.select("[itemprop=name], [rel=author], .fn, a").stream()
                .map(Element::text)
                .filter(part -> Words.count(part) <= LONGEST)
                .flatMap(part -> Names.of(part).stream())
                .distinct()
                .toList();
        List<String> people = parts.stream().filter(Names::isPerson).toList();
        boolean whole = !all.isEmpty() && all.stream().allMatch(Names::isPerson) && all.containsAll(people);
        List<String> best = whole || parts.isEmpty() ? all : people.isEmpty() ? parts.subList(0, 1) : people;
        return best.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", best));
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
                    || names.contains("references")
                    || (names.contains("sidebar") && at.normalName().equals("aside"))) {
                return true;
            }
        }
        return false;
    }

    private List<String> fromText() {
        for (Block block : blocks()) {
            if (block.words() > 25 || block.text().length() > 500) {
                continue;
            }
            Matcher byline = BYLINE.matcher(block.text());
            if (byline.find() && Names.of(byline.group(1)).stream().anyMatch(Names::isPerson)) {
                return List.of(byline.group(1));
            }
            Matcher uncased = UNCASED.matcher(block.text());
            if (uncased.find()) {
                return Stream.of("arabic", "han", "hangul")
                        .map(uncased::group)
                        .filter(Objects::nonNull)
                        .toList();
            }
        }
        return List.of();
    }

    /** The news agency that the report's first lines name as its sender. */
    List<String> agency() {
        for (Block block : blocks()) {
            Matcher dateline = BylineWords.DATELINE.matcher(block.text());
            if (block.words() > 15 && dateline.find()) {
                String agency = dateline.group("agency");
                return List.of(agency == null ? dateline.group("other") : agency);
            }
        }
        return List.of();
    }

    private List<Block> blocks() {
        if (blocks == null) {
            blocks = BlockReader.read(page.body(), Boilerplate::isTag);
        }
        return blocks;
    }
}
