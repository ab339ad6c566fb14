package org.claimwatch.ingest.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * A block of IPv4 or IPv6 addresses.
 *
 * @param network first address of the block
 * @param prefix leading bits that the block's addresses share
 */
record AddressRange(InetAddress network, int prefix) {
    /**
     * The special-purpose blocks of the IANA registries (RFC 6890 and its updates), multicast, and the IPv6 blocks
     * that carry an IPv4 address inside (6to4, Teredo, NAT64): what they lead to cannot be told from outside.
     */
    static final List<AddressRange> SPECIAL = List.of(
            of("0.0.0.0/8"),
            of("10.0.0.0/8"),
            of("100.64.0.0/10"),
            of("127.0.0.0/8"),
            of("169.254.0.0/16"),
            of("172.16.0.0/12"),
            of("192.0.0.0/24"),
            of("192.0.2.0/24"),
            of("192.31.196.0/24"),
            of("192.52.193.0/24"),
            of("192.88.99.0/24"),
            of("192.168.0.0/16"),
            of("192.175.48.0/24"),
            of("198.18.0.0/15"),
            of("198.51.100.0/24"),
            of("203.0.113.0/24"),
            of("224.0.0.0/4"),
            of("240.0.0.0/4"),
            of("::/96"),
            of("64:ff9b::/96"),
            of("64:ff9b:1::/48"),
            of("100::/64"),
            of("100:0:0:1::/64"),
            of("2001::/23"),
            of("2001:db8::/32"),
            of("2002::/16"),
            of("2620:4f:8000::/48"),
            of("3fff::/20"),
            of("5f00::/16"),
            of("fc00::/7"),
            of("fe80::/10"),
            of("fec0::/10"),
            of("ff00::/8"));

    /**
     * Reads CIDR notation; the address is a literal, so nothing is looked up.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AddressRange of(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no address range, such as 10.0.0.0/8: " + cidr);
        }
        InetAddress network = InetAddress.ofLiteral(cidr.substring(0, slash));
        return new AddressRange(network, Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] first = network.getAddress();
        if (bytes.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((bytes[bit / 8] ^ first[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
