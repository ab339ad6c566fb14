package org.claimwatch.ingest.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A block of addresses that no outlet has: what lies there is this machine, its neighbours, or a way to reach them.
 *
 * @param name as the IANA registry calls it
 * @param standard the RFC that set it apart
 */
record SpecialRange(AddressRange range, String name, String standard) {
    /** The only block of which IANA has given IPv6 addresses to networks (RFC 3587, 4291). */
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    private static final SpecialRange NOT_GLOBAL = of("::/0", "Not-Global-Unicast", "RFC 4291");

    /**
     * The IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, 8190), entries that are globally reachable
     * included, for they are services and no outlets; multicast; and the forms that carry an IPv4 address inside.
     */
    static final List<SpecialRange> ALL = List.of(
            of("0.0.0.0/8", "This-Network", "RFC 791"),
            of("10.0.0.0/8", "Private-Use", "RFC 1918"),
            of("100.64.0.0/10", "Shared-Address-Space", "RFC 6598"),
            of("127.0.0.0/8", "Loopback", "RFC 1122"),
            of("169.254.0.0/16", "Link-Local", "RFC 3927"),
            of("172.16.0.0/12", "Private-Use", "RFC 1918"),
            of("192.0.0.0/29", "IPv4-Service-Continuity", "RFC 7335"),
            of("192.0.0.8/32", "IPv4-Dummy", "RFC 7600"),
            of("192.0.0.9/32", "Port-Control-Protocol-Anycast", "RFC 7723"),
            of("192.0.0.10/32", "TURN-Anycast", "RFC 8155"),
            of("192.0.0.170/31", "NAT64-Discovery", "RFC 7050"),
            of("192.0.0.0/24", "IETF-Protocol-Assignments", "RFC 6890"),
            of("192.0.2.0/24", "Documentation", "RFC 5737"),
            of("192.31.196.0/24", "AS112", "RFC 7535"),
            of("192.52.193.0/24", "AMT", "RFC 7450"),
            of("192.88.99.2/32", "6a44-Relay-Anycast", "RFC 6751"),
            of("192.88.99.0/24", "6to4-Relay-Anycast", "RFC 7526"),
            of("192.168.0.0/16", "Private-Use", "RFC 1918"),
            of("192.175.48.0/24", "AS112", "RFC 7534"),
            of("198.18.0.0/15", "Benchmarking", "RFC 2544"),
            of("198.51.100.0/24", "Documentation", "RFC 5737"),
            of("203.0.113.0/24", "Documentation", "RFC 5737"),
            of("224.0.0.0/4", "Multicast", "RFC 5771"),
            of("255.255.255.255/32", "Limited-Broadcast", "RFC 919"),
            of("240.0.0.0/4", "Reserved", "RFC 1112"),
            of("::/128", "Unspecified", "RFC 4291"),
            of("::1/128", "Loopback", "RFC 4291"),
            of("::/96", "IPv4-Compatible", "RFC 4291"),
            of("64:ff9b::/96", "IPv4-IPv6-Translation", "RFC 6052"),
            of("64:ff9b:1::/48", "Local-IPv4-IPv6-Translation", "RFC 8215"),
            of("100::/64", "Discard-Only", "RFC 6666"),
            of("100:0:0:1::/64", "Dummy-Prefix", "RFC 9780"),
            of("2001::/32", "Teredo", "RFC 4380"),
            of("2001:1::1/128", "Port-Control-Protocol-Anycast", "RFC 7723"),
            of("2001:1::2/128", "TURN-Anycast", "RFC 8155"),
            of("2001:1::3/128", "DNS-SD-SRP-Anycast", "RFC 9665"),
            of("2001:2::/48", "Benchmarking", "RFC 5180"),
            of("2001:3::/32", "AMT", "RFC 7450"),
            of("2001:4:112::/48", "AS112", "RFC 7535"),
            of("2001:10::/28", "ORCHID", "RFC 4843"),
            of("2001:20::/28", "ORCHIDv2", "RFC 7343"),
            of("2001:30::/28", "Drone-Remote-ID", "RFC 9374"),
            of("2001::/23", "IETF-Protocol-Assignments", "RFC 2928"),
            of("2001:db8::/32", "Documentation", "RFC 3849"),
            of("2002::/16", "6to4", "RFC 3056"),
            of("2620:4f:8000::/48", "AS112", "RFC 7534"),
            of("3fff::/20", "Documentation", "RFC 9637"),
            of("5f00::/16", "Segment-Routing", "RFC 9602"),
            of("fc00::/7", "Unique-Local", "RFC 4193"),
            of("fe80::/10", "Link-Local", "RFC 4291"),
            of("fec0::/10", "Site-Local", "RFC 3879"),
            of("ff00::/8", "Multicast", "RFC 4291"));

    private static SpecialRange of(String cidr, String name, String standard) {
        return new SpecialRange(AddressRange.of(cidr), name, standard);
    }

    /** The first block that holds the address, the narrower before the wider; empty for an address of the open web. */
    static Optional<SpecialRange> holding(InetAddress address) {
        return ALL.stream()
                .filter(special -> special.range.contains(address))
                .findFirst()
                .or(() -> address.getAddress().length == 16 && !GLOBAL_UNICAST.contains(address)
                        ? Optional.of(NOT_GLOBAL)
                        : Optional.empty());
    }

    /** The blocks of that name, of either family; a registry's name is written in any case. */
    static List<AddressRange> named(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(special -> special.name.toLowerCase(Locale.ROOT).equals(asked))
                .map(SpecialRange::range)
                .toList();
    }
}
