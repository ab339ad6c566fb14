package org.claimwatch.web.support;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.Said;

/**
 * Text of the interface that is still English on a page in another language. In Arabic that is whatever has Latin letters;
 * in German what a message says in English and otherwise in German. Content of articles and people says so by its own
 * language, direction or isolation, and is left out.
 */
public final class Untranslated {
    /** Names and formats that are the same in every language, fields of the query language, and codes. */
    private static final Pattern SAME_EVERYWHERE = Pattern.compile(
            "\\b(Claimwatch|CSV|JSON Lines|JSON Feed|JSON|Atom|RSS|RDF|OPML|XML|WARC|GraphML|SHA-256|UTC|GMT|webhook|Esc|English|Deutsch"
                    + "|AND|OR|NOT|NEAR(/5)?|example\\.org|robots\\.txt|https?://\\S+|[a-z]+:(=?\\S+)?"
                    + "|[a-z]+\\*|MB|KB|GB|[A-Z]{2}|en|de|ar|pt-BR|favor|against|neutral|direct|indirect|mixed|yes|no|j|k|o|a|r|c|s|u)\\b");

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}{2,}");

    private static final String SHOWN = """
            () => {
              const CONTENT = '[dir="auto"], bdi, code, kbd, pre, samp, script, style, textarea, option, iframe, .address, '
                + '[lang]:not(html), .person summary, .top .search, .side p, .menu p, .team-name, .chain, [data-content]';
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

    @SuppressWarnings("unchecked")
    public static Set<String> on(Page page, Language language) {
        List<String> shown = (List<String>) page.evaluate(SHOWN);
        return new TreeSet<>(shown.stream()
                .filter(text -> language == Language.ARABIC ? latin(text) : english(text))
                .toList());
    }

    private static boolean latin(String text) {
        return LATIN.matcher(SAME_EVERYWHERE.matcher(text).replaceAll("")).find();
    }

    private static boolean english(String text) {
        return Said.onlyInEnglish().anyMatch(said -> said.matcher(text).matches());
    }
}
