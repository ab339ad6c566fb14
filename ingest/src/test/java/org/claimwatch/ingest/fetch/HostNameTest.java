package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "example.com., example.com",
        "bücher.example, xn--bcher-kva.example",
        "faß.example, xn--fa-hia.example",
        "ｅｘａｍｐｌｅ.com, example.com",
        "ex\u00ADample.com, example.com",
        "example。com, example.com",
        "a_b.example, a_b.example",
        "-a-.example, -a-.example",
        "0x7f.1, 127.0.0.1",
        "1.2.3, 1.2.0.3",
        "4294967295, 255.255.255.255",
        "0377.0.0.0x10, 255.0.0.16",
        "[2001:DB8::1], 2001:db8:0:0:0:0:0:1",
        "[::ffff:1.2.3.4], 1.2.3.4",
        "1.2.3.4.example, 1.2.3.4.example"
    })
    void a_host_has_one_spelling(String written, String read) {
        assertThat(HostName.read(written)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                ".a",
                "a b",
                "a/b",
                "a\u2100b.example",
                "evil.c\u2105victim.example",
                "a\u0000b",
                "a%62c",
                "a@b",
                "xn--a",
                "\u200Bexample.com:80",
                "256.1.1.1",
                "1.2.3.4.5",
                "4294967296",
                "09.1.1.1",
                "0xg.1.1.1.0x",
                "a.0x",
                "[::1%25eth0]",
                "fe80::1%1",
                "[1.2.3.4]",
                "[::1",
                "a.1"
            })
    void what_is_no_host_is_none(String written) {
        assertThat(HostName.read(written)).isEmpty();
    }

    /** What the fuzzing found: ICU throws where a name is a thousand letters long. */
    @Test
    void a_name_without_end_is_none() {
        assertThat(HostName.read("ü".repeat(1_200) + ".example")).isEmpty();
        assertThat(HostName.read("ü".repeat(700))).isEmpty();
        assertThat(WebAddress.parse("http://" + "ü".repeat(5_000) + "/")).isEmpty();
    }
}
