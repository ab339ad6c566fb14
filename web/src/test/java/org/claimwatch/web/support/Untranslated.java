package org.claimwatch.web.support;

import com.microsoft.playwright.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.Said;

/**
 * Text of the interface that is still English on a page in another language. In Arabic that is whatever has Latin letters;
 * in German what a message says in English and otherwise in German. Content of articles and people is left out: what says so
 * by its own language, direction or isolation, what stands between quotation marks, and what has one of its names.
 */
public final class Untranslated {
    /** Names and formats that are the same in every language, fields of the query language, addresses and codes. */
    private static final Pattern SAME_EVERYWHERE = Pattern.compile(
            "\\b(Claimwatch|ClaimReview|CSV|JSON-LD|JSON Lines|JSON Feed|JSON|HTML|Atom|RSS|RDF|OPML|XML|WARC|GraphML|DataFeed"
                    + "|SHA-256|UTC|GMT|webhook|Esc|English|Deutsch|AND|OR|NOT|NEAR(/5)?|MB|KB|GB|[A-Z]{2}|en|de|ar|pt-BR"
                    + "|favor|against|neutral|direct|indirect|mixed|yes|no|j|k|o|a|r|c|s|u)\\b"
                    + "|https?://\\S*|\\S+@\\S+|\\b\\w+\\.(org|txt|example)\\b|\\b[a-z]+:(=?\\S+)?|\\b[a-z]+\\*|\\b[A-Z]\\w+/[A-Z]\\w+");

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|„[^“]*“|«[^»]*»|\"[^\"]*\"");

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}{2,}");

    private static final String SHOWN = """
            () => {
              const CONTENT = '[dir="auto"], bdi, code, kbd, pre, samp, script, style, textarea, option, iframe, .address, '
                + '[lang]:not(html), .person summary, .top .search, .side p, .menu p, .team-name, .chain, .initials, [data-content]';
              const found = new Set();
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const text = node.data.replace(/\\u2068[^\\u2069]*\\u2069/g, '').trim();
                if (text && !node.parentElement.closest(CONTENT)) found.add(text);
              }
              for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
                if (!element.closest('[data-content]'))
                  for (const name of ['aria-label', 'title', 'placeholder']) {
                    const text = (element.getAttribute(name) ?? '').replace(/\\u2068[^\\u2069]*\\u2069/g, '').trim();
                    const content = name == 'aria-label' && element.matches('article.statement, svg, [role="region"]')
                      || name == 'title' && element.matches('time');
                    if (text && !content) found.add(text);
                  }
              return [...found];
            }""";

    private Untranslated() {}

    /**
     * What is still English on a page.
     *
     * @param content names and texts of the press and of people, which nobody translates
     */
    @SuppressWarnings("unchecked")
    public static Set<String> on(Page page, Language language, Collection<String> content) {
        List<String> longestFirst = content.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<String> shown = (List<String>) page.evaluate(SHOWN);
        return new TreeSet<>(shown.stream()
                .filter(text -> {
                    String own = QUOTED.matcher(without(longestFirst, text)).replaceAll("");
                    return language == Language.ARABIC ? latin(own) : english(own);
                })
                .toList());
    }

    /** Without content, which may be cut short. */
    private static String without(List<String> content, String text) {
        String left = text;
        for (String known : content) {
            left = left.replace(known, "");
        }
        String cut = left.replaceFirst("…$", "").strip();
        boolean isCut = left.endsWith("…") && content.stream().anyMatch(known -> known.startsWith(cut));
        return isCut ? "" : left;
    }

    private static boolean latin(String text) {
        return LATIN.matcher(SAME_EVERYWHERE.matcher(text).replaceAll("")).find();
    }

    private static boolean english(String text) {
        return Said.onlyInEnglish().anyMatch(said -> said.matcher(text).matches());
    }
}
