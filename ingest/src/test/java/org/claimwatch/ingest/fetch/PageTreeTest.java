package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PageTreeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><i>",
                "<font><p>",
                "<table><td>",
                "<b><i><table><td><p>",
                "<li><ul>",
                "<object>",
                "<a><b><div>",
                "<select><b>",
                "<svg><p>"
            })
    void no_page_is_deeper_or_larger_than_can_be_walked(String bomb) {
        Document page = PageTree.parse("<p>Before</p>" + bomb.repeat(20_000) + "after", "");
        assertThat(page.getAllElements().size()).isLessThanOrEqualTo(PageTree.MOST_ELEMENTS + 1);
        assertThat(page.getAllElements().stream()
                        .mapToInt(element -> element.parents().size())
                        .max()
                        .orElse(0))
                .isLessThanOrEqualTo(PageTree.DEEPEST + 1);
        assertThat(page.text()).startsWith("Before");
    }

    @Test
    void what_lies_too_deep_keeps_its_text() {
        Document page = PageTree.parse("<div>".repeat(300) + "<p>one <b>two</b></p>", "");
        assertThat(page.text()).isEqualTo("one two");
    }

    @Test
    void what_comes_after_too_many_elements_is_left_out() {
        Document page = PageTree.parse("<article><p>First</p></article>" + "<i>x</i>".repeat(80_000), "");
        assertThat(page.select("i")).hasSizeBetween(40_000, PageTree.MOST_ELEMENTS);
        assertThat(page.select("article p").text()).isEqualTo("First");
    }
}
