package org.claimwatch.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    void paging_stays_within_the_list() {
        assertThat(Paging.of(60, here.with("page", 9)).shown()).isEqualTo("51–60 of 60");
        assertThat(Paging.of(60, here.with("page", "x")).shown()).isEqualTo("1–25 of 60");
        assertThat(Paging.of(60, here.with("page", 2)).previous()).isEqualTo(here.toString());
        assertThat(Paging.of(60, here.with("page", 3)).next()).isNull();
        assertThat(Paging.of(0, here).shown()).isEqualTo("none");
        assertThat(Paging.of(25, here).several()).isFalse();
    }
}
