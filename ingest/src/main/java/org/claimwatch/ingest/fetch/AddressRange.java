package org.claimwatch.ingest.fetch;

import java.net.InetAddress;

/**
 * A block of IPv4 or IPv6 addresses.
 *
 * @param network first address of the block
 * @param prefix leading bits that the block's addresses share
 */
record AddressRange(InetAddress network, int prefix) {
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
        int prefix = Integer.parseInt(cidr.substring(slash + 1));
        if (prefix < 0 || prefix > network.getAddress().length * 8) {
            throw new IllegalArgumentException("no address range, for its prefix is too long: " + cidr);
        }
        return new AddressRange(network, prefix);
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
