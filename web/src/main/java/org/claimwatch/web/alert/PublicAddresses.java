package org.claimwatch.web.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up at the moment of connecting and hands over only addresses of the open web, so that nobody makes this
 * server speak to its neighbours (SSRF), not even with a name that changes its mind. What is not open: the blocks of IANA's
 * IPv4 and IPv6 Special-Purpose Address Registries, multicast, and IPv6 addresses that lead on to an IPv4 one.
 */
final class PublicAddresses implements DnsResolver {
    private static final List<String> CLOSED = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20");

    /** All that is given out to be used on the open web. */
    private static final String OPEN_IPV6 = "2000::/3";

    private final Set<String> allowedHosts;

    PublicAddresses(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    boolean allows(String host) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (allows(host)) {
            return found;
        }
        InetAddress[] open =
                Arrays.stream(found).filter(PublicAddresses::isOpen).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new UnknownHostException(("%s is at %s, which is no address of the open web;"
                            + " the operator can allow the host in claimwatch.alert.allowed-hosts")
                    .formatted(host, found[0].getHostAddress()));
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isOpen(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 16 && (!within(bytes, OPEN_IPV6) || isIsatap(bytes))) {
            return false;
        }
        return CLOSED.stream().noneMatch(block -> within(bytes, block));
    }

    /** RFC 5214: below any prefix, the last bytes are an IPv4 address that a router hands the packet on to. */
    private static boolean isIsatap(byte[] b) {
        return (b[8] & 0xFC) == 0 && b[9] == 0 && b[10] == 0x5E && b[11] == (byte) 0xFE;
    }

    private static boolean within(byte[] address, String block) {
        int slash = block.indexOf('/');
        byte[] prefix = InetAddress.ofLiteral(block.substring(0, slash)).getAddress();
        if (prefix.length != address.length) {
            return false;
        }
        int bits = Integer.parseInt(block.substring(slash + 1));
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
