package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_few_broken_bytes_in_short_markup_are_no_utf_16() {
        byte[] feed =
                "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>\u00E2\u0080\u0099<>\u00E2\u0080\u009D\u00A9 </title>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PageText.decode(feed, null)).contains("<rss><channel><item><title>");
    }

    /** Each step is wrong below, and only the one before it right. */
    @Test
    void mark_then_header_then_meta_then_detection() {
        String greek = "Η Βουλή ψήφισε χθες το νομοσχέδιο για την εκπαίδευση";
        byte[] page = ("<meta charset=windows-1251>" + greek).getBytes(Charset.forName("windows-1253"));
        assertThat(PageText.decode(page, "text/html; charset=windows-1253")).endsWith(greek);
        byte[] declared = ("<meta charset=windows-1253>" + greek).getBytes(Charset.forName("windows-1253"));
        assertThat(PageText.decode(declared, "text/html")).endsWith(greek);
        assertThat(PageText.decode(declared, "text/html; charset=no-such-thing"))
                .endsWith(greek);
        byte[] marked = ("\uFEFF<meta charset=windows-1253>" + greek).getBytes(StandardCharsets.UTF_8);
        assertThat(PageText.decode(marked, "text/html; charset=windows-1251")).endsWith(greek);
        byte[] undeclared = ("<p>" + greek.repeat(5)).getBytes(Charset.forName("windows-1253"));
        assertThat(PageText.decode(undeclared, "text/html; charset=hz-gb-2312")).contains(greek);
    }

    @ParameterizedTest
    @CsvSource({
        "latin1, windows-1252, „Grüße“ – 5 €",
        "iso-8859-1, windows-1252, „Grüße“ – 5 €",
        "us-ascii, windows-1252, „Grüße“ – 5 €",
        "iso-8859-9, windows-1254, İstanbul’da ‘açık’",
        "tis-620, x-windows-874, รัฐบาลไทย “ข่าว”",
        "gb2312, GB18030, 鎔基 新闻",
        "ks_c_5601-1987, x-windows-949, 뷁 뉴스",
        "x-sjis, windows-31j, ①髙橋 ニュース",
        "big5, Big5-HKSCS, 香港啲嘢 新聞",
        "koi8-ru, KOI8-U, Верховна Рада України їі",
        "logical, ISO-8859-8, חדשות היום",
        "x-mac-cyrillic, x-MacCyrillic, Новости дня"
    })
    void labels_mean_what_the_web_means_by_them(String label, String charset, String text) {
        byte[] page = ("<p>" + text).getBytes(Charset.forName(charset));
        assertThat(PageText.decode(page, "text/html;charset=" + label)).isEqualTo("<p>" + text);
        byte[] meta = ("<meta http-equiv='Content-Type' content='text/html; charset=" + label + "'><p>" + text)
                .getBytes(Charset.forName(charset));
        assertThat(PageText.decode(meta, null)).endsWith(text);
    }

    @Test
    void utf_16_is_believed_from_a_header_where_the_bytes_are_wide_and_never_from_a_meta() {
        byte[] wide = "News of the day".getBytes(StandardCharsets.UTF_16LE);
        assertThat(PageText.decode(wide, "text/html; charset=utf-16")).isEqualTo("News of the day");
        byte[] narrow = "<meta charset=utf-16>News".getBytes(StandardCharsets.US_ASCII);
        assertThat(PageText.decode(narrow, "text/html; charset=utf-16le")).isEqualTo("<meta charset=utf-16>News");
    }
}
