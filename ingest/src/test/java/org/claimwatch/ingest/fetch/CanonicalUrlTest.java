package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/x?utm_source=rss&id=7&fbclid=Iw, https://a.example/x?id=7",
        "https://a.example/x?id=7#comments, https://a.example/x?id=7",
        "HTTPS://A.Example:443//x//y, https://a.example/x/y",
        "http://a.example, http://a.example/",
        "http://a.example:8080/x, http://a.example:8080/x",
        "https://a.example/x-y-z?references=1&source=rss, https://a.example/x-y-z?references=1",
        "https://a.example/x?source=7, https://a.example/x?source=7",
        "https://a.example/b/./c/../d/%7euser%2fx, https://a.example/b/d/~user%2Fx",
        "https://a.example/x;jsessionid=8A?id=1&PHPSESSID=9f, https://a.example/x?id=1",
        "https://a.example/#!/article/5, https://a.example/#!/article/5",
        "https://a.example./x?b=2&a=1, https://a.example/x?b=2&a=1",
        "https://www-example-com.cdn.ampproject.org/c/www.example.com/amp/doc.html, http://www.example.com/amp/doc.html",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/doc, https://www.example.com/doc",
        "https://www.google.com/amp/s/www.example.com/doc, https://www.example.com/doc",
        "https://a.example/größe näher, https://a.example/gr%C3%B6%C3%9Fe%20n%C3%A4her",
        "https://bücher.example/x, https://xn--bcher-kva.example/x"
    })
    void one_article_has_one_address(String written, String canonical) {
        assertThat(CanonicalUrl.of(written)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"mailto:a@b.example", "javascript:void(0)", "ftp://a.example/x", "/relative", "''"})
    void what_is_no_web_address_has_none(String written) {
        assertThat(CanonicalUrl.of(written)).isEmpty();
    }
}
