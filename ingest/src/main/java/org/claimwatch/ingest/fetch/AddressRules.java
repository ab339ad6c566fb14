package org.claimwatch.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which addresses may be fetched: those of the open web, and what the operator allows by name. */
final class AddressRules {
    private final List<AddressRange> allowed = new ArrayList<>();

    /**
     * @param allowedRanges each the registry's name of a block ({@code loopback}), a block ({@code 10.1.0.0/16}), or a
     *     block under a name of the operator's own ({@code press-archive=10.1.0.0/16})
     * @throws IllegalArgumentException if one is none of these
     */
    AddressRules(List<String> allowedRanges) {
        for (String entry : allowedRanges) {
            String stripped = entry.strip();
            List<AddressRange> named = SpecialRange.named(stripped);
            if (named.isEmpty()) {
                allowed.add(AddressRange.of(
                        stripped.substring(stripped.indexOf('=') + 1).strip()));
            } else {
                allowed.addAll(named);
            }
        }
    }

    /** Why an address is not fetched, for a person to read; empty if it may be. */
    Optional<String> refusal(InetAddress address) {
        Optional<SpecialRange> special = SpecialRange.holding(address);
        if (special.isPresent() && allowed.stream().noneMatch(range -> range.contains(address))) {
            return Optional.of("%s, which is no address of the open web (%s, %s); the operator can allow it by name in"
                            .formatted(
                                    address.getHostAddress(),
                                    special.get().name(),
                                    special.get().standard())
                    + " claimwatch.fetch.allowed-ranges");
        }
        return embedded(address)
                .flatMap(this::refusal)
                .map(inner -> address.getHostAddress() + ", which leads to " + inner);
    }

    /**
     * The IPv4 address that an IPv6 address hands its packets on to, for a relay that obeys it: IPv4-compatible,
     * NAT64, 6to4, Teredo (RFC 4380, the client's bits inverted) and, below any prefix, ISATAP (RFC 5214). Java turns
     * IPv4-mapped addresses into IPv4 by itself.
     */
    private static Optional<InetAddress> embedded(InetAddress address) {
        byte[] b = address.getAddress();
        if (b.length != 16) {
            return Optional.empty();
        }
        int at;
        int mask = 0;
        if (b[0] == 0x20 && b[1] == 0x02) {
            at = 2;
        } else if (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0) {
            at = 12;
            mask = 0xFF;
        } else if ((b[8] & 0xFC) == 0 && (b[9] == 0) && b[10] == 0x5E && b[11] == (byte) 0xFE) {
            at = 12;
        } else if (!isZero(b) && (startsWith(b, "64:ff9b::/96") || startsWith(b, "::/96"))) {
            at = 12;
        } else {
            return Optional.empty();
        }
        byte[] inner = new byte[4];
        for (int i = 0; i < 4; i++) {
            inner[i] = (byte) (b[at + i] ^ mask);
        }
        return Optional.of(of(inner));
    }

    /** The unspecified address and loopback carry no other, though their last bytes would read as one. */
    private static boolean isZero(byte[] b) {
        for (int i = 0; i < 15; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] address, String cidr) {
        return AddressRange.of(cidr).contains(of(address));
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}
