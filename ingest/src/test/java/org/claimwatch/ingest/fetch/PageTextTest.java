package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private static final String ARABIC = "صدى المصب جريدة يومية مستقلة تصدر في مدرون";

    @Test
    void a_declared_encoding_is_believed() {
        byte[] page = ("<meta charset=windows-1256>" + ARABIC).getBytes(Charset.forName("windows-1256"));
        assertThat(PageText.decode(page, null)).endsWith(ARABIC);
        byte[] plain = ARABIC.getBytes(Charset.forName("windows-1256"));
        assertThat(PageText.decode(plain, "text/html; charset=\"Windows-1256\""))
                .isEqualTo(ARABIC);
    }

    @Test
    void a_wrong_declaration_is_not() {
        byte[] page = ("<meta charset='iso-8859-1'>" + ARABIC).getBytes(StandardCharsets.UTF_8);
        assertThat(PageText.decode(page, "text/html; charset=iso-8859-1")).endsWith(ARABIC);
    }

    @Test
    void a_byte_order_mark_wins_and_goes() {
        byte[] page = ("\uFEFF<p>" + ARABIC).getBytes(StandardCharsets.UTF_16LE);
        assertThat(PageText.decode(page, "text/html; charset=utf-8")).isEqualTo("<p>" + ARABIC);
    }

    @Test
    void what_nobody_declared_is_detected() {
        byte[] page = ("<p>" + ARABIC.repeat(5)).getBytes(Charset.forName("windows-1256"));
        assertThat(PageText.decode(page, null)).contains(ARABIC);
    }
}
