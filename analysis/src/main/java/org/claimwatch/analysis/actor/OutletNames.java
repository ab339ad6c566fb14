package org.claimwatch.analysis.actor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The outlets that a relay may be.
 *
 * @param own the publishing outlet, which is no relay of its own articles; empty if it is not known
 * @param known all outlets by their full names
 */
public record OutletNames(String own, List<String> known) {
    public OutletNames {
        known = List.copyOf(known);
    }

    public static OutletNames of(String own, Collection<String> known) {
        return new OutletNames(own, List.copyOf(known));
    }

    /** The known outlet of that name, of a name that it shortens, or of those initials. */
    Optional<String> find(String name) {
        String plain = Roster.plain(name);
        return known.stream().filter(outlet -> means(plain, outlet)).findFirst();
    }

    boolean isOwn(String name) {
        String plain = Roster.plain(name);
        return plain.equals("this newspaper") || plain.equals("this site") || (!own.isEmpty() && means(plain, own));
    }

    private static boolean means(String plain, String outlet) {
        String full = Roster.plain(outlet);
        StringBuilder initials = new StringBuilder();
        for (String word : full.split(" ", -1)) {
            initials.append(word.isEmpty() ? "" : word.substring(0, 1));
        }
        boolean initialled = initials.length() > 1 && plain.equals(initials.toString());
        return full.equals(plain) || full.endsWith(" " + plain) || initialled;
    }
}
