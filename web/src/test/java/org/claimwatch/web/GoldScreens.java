package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldStance;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Screens in a browser beside the labelled files of the sample press. What a number must be is counted in the files here, in
 * the plainest way; what it is is read off the page as the browser has it.
 */
@NullUnmarked // Quarkus fills the fields
abstract class GoldScreens {
    static final Instant FROM = Instant.parse("2025-09-11T00:00:00Z");
    static final Instant TO = Instant.parse("2025-09-18T00:00:00Z");

    /** A table's rows by their first cell. */
    private static final String ROWS = """
            css => [...document.querySelectorAll(css + ' > tbody > tr')].map(row =>
              [...row.children].map(cell => cell.textContent.trim().replace(/^–$/, '0')))""";

    private static final NavigateOptions UNTIL_THERE =
            new NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED);

    @Inject
    Press press;

    @TestHTTPResource("/")
    URI home;

    Gold gold;
    Page page;
    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.open();
        gold = press.gold();
        page = browser.chromium().newPage();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** For who reads texts alone, on many pages: to lay them out takes most of a visit, and no text depends on it. */
    void withoutStyle() {
        page.route(
                "**/*.css",
                route -> route.fulfill(new FulfillOptions().setStatus(200).setContentType("text/css")));
    }

    void go(String path) {
        assertThat(page.navigate(home.resolve(path).toString(), UNTIL_THERE).status())
                .as(path)
                .isEqualTo(200);
    }

    /** The first whole number of what is there. */
    int number(String css) {
        return Integer.parseInt(text(css).replaceFirst("(?s).*?(\\d+).*", "$1"));
    }

    String text(String css) {
        return page.locator(css).first().textContent().strip();
    }

    List<String> texts(String css) {
        return page.locator(css).allTextContents().stream().map(String::strip).toList();
    }

    @SuppressWarnings("unchecked")
    Map<String, List<String>> table(String css) {
        var table = new LinkedHashMap<String, List<String>>();
        for (List<String> row : (List<List<String>>) page.evaluate(ROWS, css)) {
            table.put(row.getFirst(), row.subList(1, row.size()));
        }
        return table;
    }

    Stream<GoldArticle> within(Instant from, Instant to) {
        return gold.current().stream().filter(a -> !a.at().isBefore(from) && a.at().isBefore(to));
    }

    static Stream<GoldStatement> said(Stream<GoldArticle> articles) {
        return articles.flatMap(a -> a.statements().stream());
    }

    static boolean named(GoldStatement statement) {
        return !statement.speaker().kind().equals("UNNAMED");
    }

    /** In favour, against, neutral, by target. */
    static Map<String, List<String>> sides(Stream<GoldStance> stances) {
        Map<String, List<GoldStance>> byTarget = stances.collect(Collectors.groupingBy(GoldStance::target));
        return byTarget.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        of -> Stream.of("FAVOR", "AGAINST", "NEUTRAL")
                                .map(polarity -> "" + polarity(of.getValue(), polarity))
                                .toList()));
    }

    static long polarity(Collection<GoldStance> stances, String polarity) {
        return stances.stream().filter(s -> s.polarity().equals(polarity)).count();
    }
}
