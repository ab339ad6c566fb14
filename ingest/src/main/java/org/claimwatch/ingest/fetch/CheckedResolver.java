package org.claimwatch.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up at the moment of connecting and hands over only addresses that may be fetched: what was checked is
 * what is connected to, so a name that changes its mind (DNS rebinding) gains nothing.
 */
final class CheckedResolver implements DnsResolver {
    private final List<AddressRange> allowed;

    CheckedResolver(List<String> allowedRanges) {
        this.allowed = allowedRanges.stream().map(AddressRange::of).toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        InetAddress[] fetchable =
                Arrays.stream(addresses).filter(this::mayBeFetched).toArray(InetAddress[]::new);
        if (fetchable.length == 0) {
            throw new RefusedHostException(host, addresses[0]);
        }
        return fetchable;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolve(host)[0].getCanonicalHostName();
    }

    private boolean mayBeFetched(InetAddress address) {
        return AddressRange.SPECIAL.stream().noneMatch(range -> range.contains(address))
                || allowed.stream().anyMatch(range -> range.contains(address));
    }

    /** The host exists but lies in a range that is not fetched. */
    static final class RefusedHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedHostException(String host, InetAddress address) {
            super(host + " is at " + address.getHostAddress()
                    + ", a private or special address; the operator can allow it in claimwatch.fetch.allowed-ranges");
        }
    }
}
