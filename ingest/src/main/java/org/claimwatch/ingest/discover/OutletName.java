package org.claimwatch.ingest.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the outlet's name in the title of its front page, among "home", "latest" and slogans. */
final class OutletName {
    private static final Pattern BETWEEN = Pattern.compile("\\s+[|·•–—:»/-]+\\s+|\\s*[|»]\\s*|:\\s+");
    private static final int MOST_LINKS_READ = 500;
    private static final int SHORTEST_KNOWN = 3;

    private OutletName() {}

    /** The part of the title that the page's other signs agree with; the whole title where none does. */
    static @Nullable String inTitle(Document page, URI address) {
        String title = page.title().strip();
        if (title.isEmpty()) {
            return null;
        }
        List<String> signs = signs(page, address);
        for (String sign : signs) {
            Matcher spelt = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(sign) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(title);
            if (sign.length() >= SHORTEST_KNOWN && spelt.find()) {
                return spelt.group();
            }
        }
        String host = bare(String.valueOf(address.getHost()));
        return Stream.of(BETWEEN.split(title, -1))
                .filter(part -> bare(part).length() >= SHORTEST_KNOWN && host.contains(bare(part)))
                .findFirst()
                .orElse(title);
    }

    /** What links to the front page are called, and the titles of the feeds: the outlet's name, as a rule. */
    private static List<String> signs(Document page, URI address) {
        List<String> signs = new ArrayList<>();
        for (Element link :
                page.select("a[href]").stream().limit(MOST_LINKS_READ).toList()) {
            boolean home = WebAddress.resolve(address, link.attr("href"))
                    .filter(target -> String.valueOf(target.getHost()).equals(address.getHost())
                            && target.getPath().length() < 2)
                    .isPresent();
            if (home) {
                signs.add(link.text().strip());
                link.select("img[alt]")
                        .forEach(image -> signs.add(image.attr("alt").strip()));
            }
        }
        page.select("link[rel~=(?i)alternate][title]").stream()
                .limit(MOST_LINKS_READ)
                .forEach(link -> {
                    String title = link.attr("title").strip();
                    signs.add(title);
                    signs.addAll(List.of(BETWEEN.split(title, -1)));
                });
        signs.removeIf(sign -> sign.isEmpty() || isHome(sign));
        return signs;
    }

    private static boolean isHome(String text) {
        return Pattern.matches(
                "home|homepage|home page|startseite|accueil|inicio|start|rss( feed)?|feed",
                text.toLowerCase(Locale.ROOT));
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
