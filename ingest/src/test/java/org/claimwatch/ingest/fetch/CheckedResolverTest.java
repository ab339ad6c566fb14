package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedResolverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The IANA IPv4 and IPv6 Special-Purpose Address Registries, entry by entry, and multicast. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/8",
                "0.0.0.0/32",
                "10.0.0.0/8",
                "100.64.0.0/10",
                "127.0.0.0/8",
                "169.254.0.0/16",
                "172.16.0.0/12",
                "192.0.0.0/24",
                "192.0.0.0/29",
                "192.0.0.8/32",
                "192.0.0.9/32",
                "192.0.0.10/32",
                "192.0.0.170/32",
                "192.0.0.171/32",
                "192.0.2.0/24",
                "192.31.196.0/24",
                "192.52.193.0/24",
                "192.88.99.0/24",
                "192.88.99.2/32",
                "192.168.0.0/16",
                "192.175.48.0/24",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "240.0.0.0/4",
                "255.255.255.255/32",
                "224.0.0.0/4",
                "::1/128",
                "::/128",
                "64:ff9b::/96",
                "64:ff9b:1::/48",
                "100::/64",
                "100:0:0:1::/64",
                "2001::/23",
                "2001::/32",
                "2001:1::1/128",
                "2001:1::2/128",
                "2001:1::3/128",
                "2001:2::/48",
                "2001:3::/32",
                "2001:4:112::/48",
                "2001:10::/28",
                "2001:20::/28",
                "2001:30::/28",
                "2001:db8::/32",
                "2002::/16",
                "2620:4f:8000::/48",
                "3fff::/20",
                "5f00::/16",
                "fc00::/7",
                "fe80::/10",
                "fec0::/10",
                "ff00::/8"
            })
    void no_special_range_is_fetched_from_its_first_address_to_its_last(String cidr) throws UnknownHostException {
        InetAddress first = InetAddress.ofLiteral(cidr.substring(0, cidr.indexOf('/')));
        assertRefused(first.getHostAddress());
        assertRefused(last(first, Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)))
                .getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "0x7F.1",
                "017700000001",
                "127.0.0.1.",
                "１２７.０.０.１",
                "127。0。0。1",
                "0",
                "[::1]",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "[::ffff:10.0.0.1]",
                "::127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::80ff:fffe",
                "2a00:1450::5efe:127.0.0.1",
                "2a00:1450::200:5efe:192.168.1.1",
                "4000::1",
                "fe80::1"
            })
    void no_other_spelling_or_wrapping_of_an_inner_address_is(String host) {
        assertRefused(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700:4700::1111",
                "::ffff:8.8.8.8",
                "134744072",
                "2a00:1450::5efe:8.8.8.8"
            })
    void a_public_address_is(String host) throws UnknownHostException {
        assertThat(resolver(List.of()).resolve(host)).hasSize(1);
    }

    @Test
    void a_name_for_this_machine_is_refused_with_the_ranges_name() {
        assertThatThrownBy(() -> resolver(List.of()).resolve("localhost"))
                .isInstanceOf(CheckedResolver.RefusedHostException.class)
                .hasMessageContaining("(Loopback, RFC 1122)")
                .hasMessageContaining("claimwatch.fetch.allowed-ranges");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.0.0.1, 10.0.0.1",
        "the-press-archive=10.7.0.0/16, 10.7.9.9, 10.8.0.1",
        "loopback, ::1, 10.0.0.1",
        "Private-Use, 192.168.3.4, 127.0.0.1",
        "IPv4-IPv6-Translation, 64:ff9b::8.8.8.8, 64:ff9b::10.0.0.1",
        "6to4, 2002:808:808::1, 2002:a00:1::1",
        "fd00::/8, fd00::7, fc00::7"
    })
    void an_operator_can_allow_a_range_by_name(String entry, String fetched, String stillRefused)
            throws UnknownHostException {
        var resolver = resolver(List.of(entry));
        assertThat(resolver.resolve(fetched)).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve(stillRefused))
                .isInstanceOf(CheckedResolver.RefusedHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"privat-use", "press=", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "office=example.com/8"})
    void a_range_that_is_none_stops_the_start(String entry) {
        assertThatThrownBy(() -> new AddressRules(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_several_addresses_only_the_public_ones_are_connected_to() throws UnknownHostException {
        var resolver = resolver(host -> addresses("10.0.0.1", "8.8.8.8", "::1", "169.254.169.254"));
        assertThat(resolver.resolve("mixed.example")).containsExactly(addresses("8.8.8.8"));
    }

    @Test
    void a_thousand_addresses_are_not_all_tried() throws UnknownHostException {
        InetAddress[] many = new InetAddress[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = InetAddress.ofLiteral("8.8." + i / 250 + "." + (i % 250 + 1));
        }
        assertThat(resolver(host -> many).resolve("many.example")).hasSize(6);
    }

    @Test
    void each_look_up_is_checked_anew() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var resolver = resolver(host -> addresses(answers.remove()));
        assertThat(resolver.resolve("rebinding.example")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("rebinding.example"))
                .isInstanceOf(CheckedResolver.RefusedHostException.class);
    }

    @Test
    void name_servers_that_never_answer_hold_nobody_up() {
        var never = new CountDownLatch(1);
        var resolver = new CheckedResolver(
                new AddressRules(List.of()),
                host -> {
                    if (host.startsWith("dead")) {
                        // Blocks as native code does: deaf to interrupts.
                        boolean waiting = true;
                        while (waiting) {
                            try {
                                never.await();
                                waiting = false;
                            } catch (InterruptedException e) {
                                waiting = true;
                            }
                        }
                    }
                    return addresses("8.8.8.8");
                },
                Duration.ofMillis(100));
        try {
            for (int i = 0; i < 20; i++) {
                String dead = "dead" + i + ".example";
                assertThatThrownBy(() -> resolver.resolve(dead)).isInstanceOf(CheckedResolver.SlowNamesException.class);
            }
            assertThat(catchResolve(resolver, "alive.example")).hasSize(1);
        } finally {
            never.countDown();
            resolver.close();
        }
    }

    private static InetAddress[] catchResolve(CheckedResolver resolver, String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }

    private static void assertRefused(String host) {
        assertThatThrownBy(() -> resolver(List.of()).resolve(host))
                .as(host)
                .isInstanceOf(CheckedResolver.RefusedHostException.class);
    }

    private static CheckedResolver resolver(List<String> allowed) {
        return new CheckedResolver(new AddressRules(allowed), InetAddress::getAllByName, PATIENCE);
    }

    private static CheckedResolver resolver(CheckedResolver.Lookup lookup) {
        return new CheckedResolver(new AddressRules(List.of()), lookup, PATIENCE);
    }

    private static InetAddress[] addresses(String... literals) {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.ofLiteral(literals[i]);
        }
        return addresses;
    }

    private static InetAddress last(InetAddress first, int prefix) throws UnknownHostException {
        byte[] bytes = first.getAddress();
        BigInteger host = BigInteger.ONE.shiftLeft(bytes.length * 8 - prefix).subtract(BigInteger.ONE);
        byte[] sum = new BigInteger(1, bytes).or(host).toByteArray();
        byte[] last = new byte[bytes.length];
        for (int i = 0; i < Math.min(sum.length, last.length); i++) {
            last[last.length - 1 - i] = sum[sum.length - 1 - i];
        }
        return InetAddress.getByAddress(last);
    }
}
