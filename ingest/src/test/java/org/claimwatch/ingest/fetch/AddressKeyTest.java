package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKeyTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.example/x/some-long-slug, https://www.a.example/x/some-long-slug/",
        "https://m.a.example/x/some-long-slug, https://a.example/x/some-long-slug",
        "https://amp.a.co.uk/x/some-long-slug, https://www.a.co.uk/x/some-long-slug",
        "https://en.m.a.example/x/some-long-slug, https://en.a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug/amp/, https://a.example/x/some-long-slug",
        "https://a.example/amp/x/some-long-slug, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug.amp.html, https://a.example/x/some-long-slug.html",
        "https://a.example/x/some-long-slug.amp, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug?amp=1, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug?outputType=amp, https://a.example/x/some-long-slug",
        "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x/some-long-slug/amp, https://a.example/x/some-long-slug",
        "https://www-a-example.bing-amp.com/c/s/www.a.example/x/some-long-slug, https://a.example/x/some-long-slug",
        "https://www.google.de/amp/s/www.a.example/x/some-long-slug, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug/print, https://a.example/x/some-long-slug",
        "https://a.example/print/x/some-long-slug, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug?print=true, https://a.example/x/some-long-slug",
        "https://a.example/m/x/some-long-slug, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug/index.html, https://a.example/x/some-long-slug",
        "https://a.example/view?b=2&a=1, https://a.example/view?a=1&b=2",
        "https://a.example/view;jsessionid=8A9F?id=7, https://a.example/view?id=7",
        "https://a.example/view?id=7&PHPSESSID=8a9f, https://a.example/view?id=7",
        "https://a.example/x/some-long-slug?page=all, https://a.example/x/some-long-slug",
        "https://a.example/x/some-long-slug?ref=rss&cid=3, https://a.example/x/some-long-slug",
        "https://a.example/news/bank-raises-rate-1488213.html, https://a.example/news/bank-to-raise-rates-1488213.html",
        "https://a.example/news/1488213-bank-raises-rate, https://a.example/news/1488213-rates-go-up",
        "https://a.example/news/1488213, https://a.example/news/rates-go-up-1488213",
        "https://a.example/news/a-story-6f3e9a2c41b7, https://a.example/news/other-title-6f3e9a2c41b7",
        "https://a.example/n/a-2f0c1d7e-9b8a-4c11-8d10-0a1b2c3d4e5f, https://a.example/n/b-2f0c1d7e-9b8a-4c11-8d10-0a1b2c3d4e5f"
    })
    void two_addresses_of_one_article_have_one_key(String one, String other) {
        assertThat(AddressKey.of(one)).isPresent().isEqualTo(AddressKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/news/rain-20240612.html, https://a.example/news/sun-20240612.html",
        "https://a.example/news/rain-12062024, https://a.example/news/sun-12062024",
        "https://a.example/news/rain-240612, https://a.example/news/sun-240612",
        "https://a.example/news/rain-202406, https://a.example/news/sun-202406",
        "https://a.example/news/rain-20240612060000, https://a.example/news/sun-20240612060000",
        "https://a.example/news/rain-1718172000, https://a.example/news/sun-1718172000",
        "https://a.example/news/20240612a1-rain, https://a.example/news/20240612a1-sun",
        "https://a.example/news/bank-fined-1000000, https://a.example/news/charity-given-1000000",
        "https://a.example/news/250000-flee-war, https://a.example/news/250000-march-for-peace",
        "https://a.example/2024/06/12/rain, https://a.example/2024/06/13/rain",
        "https://a.example/news/rain-1488213-2.html, https://a.example/news/rain-1488213.html",
        "https://a.example/news/rain-1488213?page=2, https://a.example/news/rain-1488213",
        "https://a.example/news/rain/2, https://a.example/news/rain",
        "https://a.example/topic-1488213/rain, https://a.example/topic-1488213/sun",
        "https://a.example/1488213/rain, https://a.example/1488213/sun",
        "https://a.example/sport/match-1488213, https://a.example/blogs/match-1488213",
        "https://a.example/view?id=1, https://a.example/view?id=2",
        "https://a.example/article.asp?cid=1, https://a.example/article.asp?cid=2",
        "https://a.example/?p=1, https://a.example/?p=2",
        "https://a.example/#!/article/1, https://a.example/#!/article/2",
        "https://de.a.example/x/some-long-slug, https://en.a.example/x/some-long-slug",
        "https://one.blogspot.com/x/some-long-slug, https://two.blogspot.com/x/some-long-slug",
        "https://a.example/m/, https://a.example/",
        "https://a.example/X1, https://a.example/x1"
    })
    void two_articles_never_share_a_key(String one, String other) {
        assertThat(AddressKey.of(one)).isPresent().isNotEqualTo(AddressKey.of(other));
    }
}
