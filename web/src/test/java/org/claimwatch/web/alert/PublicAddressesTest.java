package org.claimwatch.web.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2a00:1450::200:5efe:7f00:1",
                "fec0::1",
                "3fff::1"
            })
    void are_not_our_neighbours(String address) {
        assertThat(PublicAddresses.isOpen(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.216.34",
                "172.32.0.1",
                "192.169.0.1",
                "2a00:1450:4001:82b::200e",
                "2606:4700::1111"
            })
    void are_those_of_the_open_web(String address) {
        assertThat(PublicAddresses.isOpen(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "::1"})
    void a_host_that_leads_inside_is_refused_however_it_is_spelled(String host) {
        assertThatThrownBy(() -> new PublicAddresses(Set.of()).resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void the_operator_may_allow_a_host() throws Exception {
        assertThat(new PublicAddresses(Set.of("localhost")).resolve("LocalHost"))
                .isNotEmpty();
    }
}
