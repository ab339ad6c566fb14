package org.claimwatch.ingest.fetch;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a page is believed when it says which address is its own: many say their site's, or their section's. */
public final class DeclaredAddress {
    private DeclaredAddress() {}

    /**
     * The canonical address of an article.
     *
     * @param announced where a feed said it is
     * @param visited where its page came from, redirects followed
     * @param declared what the page says of itself, absolute; null where it says nothing
     */
    public static String of(String announced, URI visited, @Nullable String declared) {
        String reached = reached(announced, visited);
        return Optional.ofNullable(declared)
                .filter(address -> isBelieved(visited, address))
                .flatMap(CanonicalUrl::of)
                .orElse(reached);
    }

    /** Another address of the same registered domain that is about one article, as the page's own is. */
    static boolean isBelieved(URI visited, String declared) {
        Optional<URI> address = CanonicalUrl.of(declared).flatMap(WebAddress::parse);
        if (address.isEmpty() || !Site.same(visited, address.get())) {
            return false;
        }
        if (AddressKey.of(declared).equals(AddressKey.of(visited.toString()))) {
            return true;
        }
        String path = address.get().getRawPath();
        return !path.equals("/")
                && (namesAnArticle(address.get())
                        || (!namesAnArticle(visited) && !isAbove(path, visited.getRawPath())));
    }

    /** A redirect leads to the article's own address where it leaves the host of a feed's counter, else it may be a detour. */
    private static String reached(String announced, URI visited) {
        Optional<URI> asked = WebAddress.parse(announced);
        boolean away = asked.isPresent() && !Site.same(asked.get(), visited);
        return away && namesAnArticle(visited)
                ? CanonicalUrl.of(visited.toString()).orElse(announced)
                : announced;
    }

    private static boolean namesAnArticle(URI address) {
        String query = String.valueOf(address.getRawQuery());
        return query.matches("(?:.*&)?\\w*id=\\w+.*")
                || ArticlePath.of(AddressKey.path(address.getRawPath())).namesAnArticle();
    }

    private static boolean isAbove(String path, @Nullable String below) {
        return below != null && below.startsWith(path.endsWith("/") ? path : path + "/");
    }
}
