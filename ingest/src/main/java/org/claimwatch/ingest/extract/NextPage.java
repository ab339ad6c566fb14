package org.claimwatch.ingest.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the page on which an article goes on, and puts the texts of its pages together.
 *
 * <p>Outlets also mark the next article, or the next page of a list, with {@code rel=next}. So a page follows only if it
 * has the same address but for one page number, which is one more than this page's.
 */
public final class NextPage {
    /** {@code /2}, {@code -2.html}, {@code ,2}, {@code seite-2}, {@code ?page=2}: what is before it, the number, what is after. */
    private static final Pattern NUMBERED = Pattern.compile(
            "^(.*?)(?:[/_,.-]|/(?:seite|page|pagina|página|strona|sida|side|str|p|komplett)[-_/]?|[?&](?:page|seite|pagina|pg|p|start_page|article_page|cmspage)=)([1-9]\\d?)(\\.[a-z]{3,5}|/)?$",
            Pattern.CASE_INSENSITIVE);

    /** How pages of articles name the way on; a list of articles has other words for it. */
    private static final String LINKS =
            "link[rel=next], a[rel~=next], [class*=pagin] a, [class*=pager] a, [class*=page-link] a, [class*=page-numbers], [class*=multipage] a, [class*=seiten] a, nav[aria-label] a";

    private NextPage() {}

    /** The absolute address of the page after this one; empty where the article ends here. */
    static Optional<String> of(Document page, String url) {
        Optional<URI> here = WebAddress.parse(url);
        if (here.isEmpty()) {
            return Optional.empty();
        }
        for (Element link : page.select(LINKS)) {
            Optional<String> next = WebAddress.resolve(here.get(), link.attr("href"))
                    .map(URI::toString)
                    .filter(other -> follows(url, other));
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Whether the one address is the other's with the next page number. */
    public static boolean follows(String url, String next) {
        String from = plain(url);
        String to = plain(next);
        Matcher second = NUMBERED.matcher(to);
        if (from.equals(to) || !second.matches()) {
            return false;
        }
        int number = Integer.parseInt(second.group(2));
        if (number == 2 && stem(from, null).equals(stem(second.group(1), second.group(3)))) {
            return true;
        }
        Matcher first = NUMBERED.matcher(from);
        return first.matches()
                && Integer.parseInt(first.group(2)) + 1 == number
                && first.group(1).equals(second.group(1));
    }

    private static String stem(String start, @Nullable String end) {
        String whole = start + (end == null || end.equals("/") ? "" : end);
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private static String plain(String url) {
        return url.replaceFirst("#.*$", "")
                .replaceFirst("^https?://(www\\.)?", "")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The texts of an article's pages as one, in order. A paragraph that an earlier page had too, such as the lead that
     * is printed again above each page, stands once.
     */
    public static String join(List<String> texts) {
        Set<String> held = new HashSet<>();
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Set<String> earlier = Set.copyOf(held);
            for (String paragraph : Arrays.asList(texts.get(i).split("\n\n", -1))) {
                String bare = Words.bare(paragraph);
                // Within one page a refrain is the author's.
                if (!paragraph.isBlank() && (i == 0 || bare.isEmpty() || !earlier.contains(bare))) {
                    paragraphs.add(paragraph);
                    held.add(bare);
                }
            }
        }
        return String.join("\n\n", paragraphs);
    }
}
