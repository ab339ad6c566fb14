package org.claimwatch.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up at the moment of connecting and hands over only addresses that may be fetched: what was checked is
 * what is connected to, so a name that changes its mind (DNS rebinding) gains nothing.
 */
final class CheckedResolver implements DnsResolver, AutoCloseable {
    /** The system's own lookup, or a test's. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** As many as are tried one after the other; a name with a thousand dead addresses must not hold us up. */
    private static final int MOST_ADDRESSES = 6;

    private final AddressRules rules;
    private final Lookup lookup;
    private final Duration patience;

    /** A lookup blocks its thread in native code, so a dead name server would hold the virtual threads' carriers. */
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lookup-", 0).factory());

    CheckedResolver(AddressRules rules, Lookup lookup, Duration patience) {
        this.rules = rules;
        this.lookup = lookup;
        this.patience = patience;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        String read = HostName.read(host).orElseThrow(() -> new UnknownHostException(host));
        List<InetAddress> fetchable = new ArrayList<>();
        String refusal = "";
        for (InetAddress address : lookedUp(read)) {
            String why = rules.refusal(address).orElse("");
            if (why.isEmpty()) {
                fetchable.add(address);
            } else if (refusal.isEmpty()) {
                refusal = why;
            }
        }
        if (fetchable.isEmpty()) {
            throw refusal.isEmpty() ? new UnknownHostException(host) : new RefusedHostException(host, refusal);
        }
        return fetchable.stream().limit(MOST_ADDRESSES).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] lookedUp(String host) throws UnknownHostException {
        if (HostName.isAddress(host)) {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        }
        Future<InetAddress[]> answer = lookups.submit(() -> lookup.of(host));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SlowNamesException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlowNamesException(host);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }

    /** The host exists but lies in a range that is not fetched. */
    static final class RefusedHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedHostException(String host, String why) {
            super(host + " is at " + why);
        }
    }

    /** Nobody knows whether the host exists: its name server did not say in time. */
    static final class SlowNamesException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        SlowNamesException(String host) {
            super(host);
        }
    }
}
