package org.claimwatch.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.Language;
import org.junit.jupiter.api.Test;

class AddressTest {
    private final Address here = new Address("/claims", Map.of("q", "a b&c=“d”"));

    @Test
    void changes_one_parameter_and_keeps_the_others() {
        assertThat(here.with("page", 2).without("q")).hasToString("/claims?page=2");
        assertThat(here.with("page", null)).isEqualTo(here);
    }

    @Test
    void values_cannot_break_out() {
        assertThat(here).hasToString("/claims?q=a+b%26c%3D%E2%80%9Cd%E2%80%9D");
    }

    @Test
    void a_form_leads_back_to_this_site_only() {
        for (String other :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/a\nb", ""
                }) {
            assertThat(Back.to(other, "/fine").getLocation()).as(other).hasToString("/fine");
        }
        assertThat(Back.to("/", "/fine").getLocation()).hasToString("/");
        assertThat(Back.to("/claims/3?a=b", "/fine").getLocation()).hasToString("/claims/3?a=b");
    }

    @Test
    void numbered_pages_stay_within_the_list() {
        assertThat(paging(60, 9).shown()).isEqualTo("51–60 of 60");
        assertThat(paging(60, "x").shown()).isEqualTo("1–25 of 60");
        assertThat(paging(60, 2).previous()).isEqualTo(here.toString());
        assertThat(paging(60, 3).next()).isNull();
        assertThat(paging(0, 1).shown()).isEqualTo("none");
        assertThat(paging(25, 1).several()).isFalse();
    }

    private Paging paging(long total, Object page) {
        return Numbered.of(total, here.with("page", page)).paging();
    }

    @Test
    void a_total_that_was_not_counted_to_its_end_says_so() {
        assertThat(Total.within(100, 100).said("100 claims")).isEqualTo("100 claims");
        Total more = Total.within(100_000, 100_001);
        assertThat(more.said(CountWords.SAY.claims(more.rows()))).isEqualTo("more than 100,000 claims");
        assertThat(more.brief()).isEqualTo("100,000+");
        assertThat(Language.of("de").orElseThrow().speaking(() -> more.said(CountWords.SAY.claims(more.rows()))))
                .isEqualTo("mehr als 100.000 Behauptungen");
        assertThat(Language.of("ar").orElseThrow().speaking(() -> more.said(CountWords.SAY.claims(more.rows()))))
                .contains("أكثر من", "100,000 ");
    }
}
