package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void retry_after_in_seconds_or_as_a_date() {
        assertThat(reply("retry-after", "120").retryAfter(NOW)).hasValue(NOW.plusSeconds(120));
        assertThat(reply("retry-after", "Mon, 02 Mar 2026 12:30:00 GMT").retryAfter(NOW))
                .hasValue(NOW.plusSeconds(1_800));
        assertThat(reply("retry-after", "soon").retryAfter(NOW)).isEmpty();
        assertThat(reply().retryAfter(NOW)).isEmpty();
    }

    @Test
    void a_date_is_meant_by_the_hosts_own_clock() {
        Reply behind = reply("retry-after", "Mon, 02 Mar 2026 09:30:00 GMT", "date", "Mon, 02 Mar 2026 09:00:00 GMT");
        assertThat(behind.retryAfter(NOW)).hasValue(NOW.plusSeconds(1_800));
        Reply ahead = reply("expires", "Tue, 03 Mar 2026 12:10:00 GMT", "date", "Tue, 03 Mar 2026 12:00:00 GMT");
        assertThat(ahead.maxAge()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void freshness_counts_what_the_answer_has_lain_in_caches() {
        assertThat(reply("cache-control", "public, max-age=600", "age", "200").maxAge())
                .isEqualTo(Duration.ofSeconds(400));
        assertThat(reply("cache-control", "max-age=600", "age", "900").maxAge()).isZero();
        assertThat(reply("cache-control", "max-age=600, no-cache").maxAge()).isZero();
        assertThat(reply("cache-control", "Max-Age=\"60\"", "expires", "0").maxAge())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(reply("expires", "0", "date", "Tue, 03 Mar 2026 12:00:00 GMT")
                        .maxAge())
                .isZero();
        assertThat(reply().maxAge()).isZero();
    }

    private static Reply reply(String... headers) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], headers[i + 1]);
        }
        return new Reply(URI.create("https://a.example/"), 200, named, new byte[0]);
    }
}
