package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedResolverTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.20.30.40",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2001:db8::1"
            })
    void an_address_that_points_inside_is_refused(String host) {
        assertThatThrownBy(() -> new CheckedResolver(List.of()).resolve(host))
                .isInstanceOf(CheckedResolver.RefusedHostException.class)
                .hasMessageContaining("claimwatch.fetch.allowed-ranges");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111"})
    void a_public_address_is_not(String host) throws UnknownHostException {
        assertThat(new CheckedResolver(List.of()).resolve(host)).hasSize(1);
    }

    @Test
    void an_operator_can_allow_a_range() throws UnknownHostException {
        var resolver = new CheckedResolver(List.of("127.0.0.0/8", "fd00::/8"));
        assertThat(resolver.resolve("127.0.0.1")).hasSize(1);
        assertThat(resolver.resolve("fd00::7")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("10.0.0.1")).isInstanceOf(UnknownHostException.class);
    }
}
