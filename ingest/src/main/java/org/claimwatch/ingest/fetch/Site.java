package org.claimwatch.ingest.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which hosts belong to one owner: the domain that somebody registered, by the Public Suffix List. */
public final class Site {
    /** Each name under these is somebody else's, as under a public suffix; the list does not have them. */
    private static final Set<String> SHARED = Set.of("wordpress.com", "substack.com", "medium.com", "tumblr.com");

    private Site() {}

    /**
     * The registered domain of an address's host, such as {@code example.co.uk}; {@code www.} aside, a host that is
     * itself a public suffix (a government's {@code gov.cn}), a number or a single name stands for itself.
     */
    public static String of(URI address) {
        return ofHost(String.valueOf(address.getHost()));
    }

    static String ofHost(String host) {
        String name = withoutWww(host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
        if (name.startsWith("[") || name.matches("[0-9.]+") || !name.contains(".")) {
            return name;
        }
        if (EffectiveTldFinder.getEffectiveTLD(name) == null) {
            return name.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
        }
        String registered = EffectiveTldFinder.getAssignedDomain(name);
        return registered == null || registered.isEmpty() || SHARED.contains(registered) ? name : registered;
    }

    public static boolean same(URI one, URI other) {
        return of(one).equals(of(other));
    }

    private static String withoutWww(String host) {
        return host.matches("www\\..+\\..+") ? host.substring(4) : host;
    }
}
