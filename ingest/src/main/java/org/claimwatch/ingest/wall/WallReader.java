package org.claimwatch.ingest.wall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.ingest.fetch.Reply;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells a wall by what all walls have in common: there is little to read, and what there is speaks of robots, of
 * consent or of subscriptions, or bears a vendor's mark.
 *
 * <p>A page with as much to read as an article has is no wall, whatever it speaks of; and one that declares itself an
 * article is a wall only by a mark or by its own word that it is not free.
 */
public final class WallReader {
    /** Words in running text from which a page is taken for what it seems to be. */
    private static final int ENOUGH_WORDS = 200;

    /** A pay wall may leave this much of an article before it. */
    private static final int TEASER_WORDS = 250;

    private static final int A_FEW_WORDS = 30;
    private static final int FEW_LINKS = 25;
    private static final double MOSTLY = 0.5;
    private static final int EXCERPT = 160;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NOT_FREE = Pattern.compile(
            "\"isAccessibleForFree\"\\s*:\\s*\"?false\"?|itemprop=\"isAccessibleForFree\"[^>]*content=\"false\"",
            Pattern.CASE_INSENSITIVE);

    private WallReader() {}

    /**
     * A wall that came instead of a feed or section page.
     *
     * @param html the decoded body
     */
    public static Optional<Wall> insteadOfFeed(Reply reply, String html) {
        return look(reply, html).flatMap(page -> blocked(page).or(() -> consent(page, "")));
    }

    /**
     * A wall that came instead of an article, or before the rest of one.
     *
     * @param html the decoded body
     * @param text what extraction takes for the article
     */
    public static Optional<Wall> insteadOfArticle(Reply reply, String html, String text) {
        int words = words(text);
        boolean notFree = NOT_FREE.matcher(html).find();
        if (words >= (notFree ? TEASER_WORDS : ENOUGH_WORDS) && reply.status() < 300 && !challengedByHeader(reply)) {
            return Optional.empty();
        }
        return look(reply, html)
                .flatMap(page -> blocked(page).or(() -> consent(page, text)).or(() -> payWall(page, text, notFree)));
    }

    /** A page as far as walls are told by it. */
    private record Page(
            Reply reply,
            String lower,
            String title,
            String heading,
            Document document,
            List<String> sentences,
            int words) {
        boolean declaresArticle() {
            return document.selectFirst(
                                    "meta[property=article:published_time], meta[property=og:type][content=article],"
                                            + " [itemtype*=schema.org/NewsArticle], [itemtype*=schema.org/Article]")
                            != null
                    || lower.contains("\"newsarticle\"")
                    || lower.contains("\"reportagenewsarticle\"");
        }

        boolean refused() {
            int status = reply.status();
            return status == 401 || status == 403 || status == 405 || status == 406 || status == 429 || status == 503;
        }
    }

    private static Optional<Page> look(Reply reply, String html) {
        if (!html.contains("<")) {
            return Optional.empty();
        }
        Document document = Jsoup.parse(html, reply.url().toString());
        String title = document.title();
        String heading = Optional.ofNullable(document.selectFirst("h1, h2"))
                .map(Element::text)
                .orElse("");
        List<String> sentences = document.select("p, li, div, span, label, td").stream()
                .map(Element::ownText)
                .filter(own -> words(own) >= 3)
                .toList();
        int words = sentences.stream().mapToInt(WallReader::words).sum();
        return Optional.of(new Page(reply, html.toLowerCase(Locale.ROOT), title, heading, document, sentences, words));
    }

    private static Optional<Wall> blocked(Page page) {
        boolean little =
                page.words < ENOUGH_WORDS && page.document.select("a[href]").size() < FEW_LINKS;
        Optional<String> header = Signs.CHALLENGE_HEADERS.stream()
                .filter(name -> page.reply.header(name) != null)
                .findFirst();
        if (header.isPresent() && little && (page.refused() || challengedByHeader(page.reply))) {
            return wall(FeedTrouble.BLOCKED, page, "header " + header.get());
        }
        Optional<String> mark =
                Signs.CHALLENGES.stream().filter(page.lower::contains).findFirst();
        if (mark.isPresent() && little && !page.declaresArticle()) {
            return wall(FeedTrouble.BLOCKED, page, "mark “" + mark.get() + "”");
        }
        Optional<String> said = Stream.of(page.title, page.heading)
                .map(Signs.BLOCKED::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
        boolean captcha = Signs.CAPTCHAS.stream().anyMatch(page.lower::contains);
        boolean bare =
                page.words < ENOUGH_WORDS / 2 && page.document.select("a[href]").size() < FEW_LINKS / 2;
        if (said.isPresent() && little && !page.declaresArticle() && (page.refused() || captcha || bare)) {
            return wall(FeedTrouble.BLOCKED, page, "“" + said.get() + "”");
        }
        return captcha && page.refused() && little ? wall(FeedTrouble.BLOCKED, page, "a captcha") : Optional.empty();
    }

    private static Optional<Wall> consent(Page page, String text) {
        if (page.declaresArticle() || (words(text) > A_FEW_WORDS && !isMostlyConsent(text))) {
            return Optional.empty();
        }
        long about = page.sentences.stream()
                .filter(WallReader::asksForConsent)
                .mapToInt(WallReader::words)
                .sum();
        boolean mostly = about > MOSTLY * page.words && about > 0;
        boolean sentThere =
                Signs.CONSENT_ADDRESS.matcher(page.reply.url().toString()).find();
        boolean button = page
                .document
                .select("button, input[type=submit], a[role=button], a[class*=accept], a[class*=agree]")
                .stream()
                .anyMatch(element -> Signs.ACCEPT
                        .matcher(element.text() + " " + element.attr("value"))
                        .find());
        boolean fewLinks = page.document.select("a[href]").size() < FEW_LINKS;
        return fewLinks && mostly && (button || sentThere)
                ? wall(FeedTrouble.CONSENT_WALL, page, sentThere ? "sent to " + page.reply.url() : "a consent button")
                : Optional.empty();
    }

    private static boolean asksForConsent(String sentence) {
        return Signs.CONSENT.matcher(sentence).find()
                && Signs.TO_THE_READER.matcher(sentence).find();
    }

    private static boolean isMostlyConsent(String text) {
        int about = 0;
        for (String sentence : text.split("[.!?\\n]+", -1)) {
            about += asksForConsent(sentence) ? words(sentence) : 0;
        }
        return about > MOSTLY * words(text);
    }

    private static Optional<Wall> payWall(Page page, String text, boolean notFree) {
        Optional<String> said = page.document.select("p, div, span, strong, b, h2, h3, h4, button, a, label").stream()
                .filter(element -> element.closest("header, nav, footer, aside, [role=navigation]") == null)
                .map(element -> Signs.SUBSCRIBE.matcher(element.ownText()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
        boolean breaksOff = said.isPresent() || text.endsWith("…") || text.endsWith("...");
        if (notFree && (breaksOff || words(text) < ENOUGH_WORDS / 2)) {
            return wall(FeedTrouble.PAY_WALL, page, "it says itself that it is not free (isAccessibleForFree)");
        }
        return said.isPresent() && words(text) < ENOUGH_WORDS / 2
                ? wall(FeedTrouble.PAY_WALL, page, "“" + said.get() + "”")
                : Optional.empty();
    }

    private static boolean challengedByHeader(Reply reply) {
        return reply.header("cf-mitigated") != null || reply.header("x-amzn-waf-action") != null;
    }

    private static Optional<Wall> wall(FeedTrouble kind, Page page, String toldBy) {
        return Optional.of(new Wall(kind, "%s; the page says: %s".formatted(toldBy, excerpt(page))));
    }

    private static String excerpt(Page page) {
        String said = Stream.of(page.title, page.document.body().text())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" – "));
        int end = said.offsetByCodePoints(0, Math.min(EXCERPT, said.codePointCount(0, said.length())));
        return said.isEmpty() ? "nothing" : end < said.length() ? said.substring(0, end) + "…" : said;
    }

    /** Where words are not set apart, two signs count as one. */
    private static int words(String text) {
        long unspaced = text.codePoints().filter(WallReader::isUnspaced).count();
        return (int) (WORD.matcher(text).results().count() + unspaced / 2);
    }

    private static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, KHMER, LAO, MYANMAR -> true;
            default -> false;
        };
    }
}
