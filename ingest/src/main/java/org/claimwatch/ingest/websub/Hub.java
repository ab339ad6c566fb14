package org.claimwatch.ingest.websub;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed's changes are announced, and under which address the hub knows the feed (WebSub, 4): by the Link
 * header first, else by the feed itself.
 */
record Hub(String url, String topic) {
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[\\w*-]+\\s*=\\s*(?:\"[^\"]*\"|[^\\s\",;]+))*)");
    private static final Pattern REL = Pattern.compile("(?i)\\brel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\",;]+))");

    static Optional<Hub> of(Reply reply, ParsedFeed feed) {
        String links = reply.header("link");
        String hub = links == null ? null : link(links, "hub");
        String self = hub == null ? null : link(String.valueOf(links), "self");
        URI base = reply.url();
        Optional<URI> address =
                Optional.ofNullable(hub == null ? feed.hub() : hub).flatMap(text -> WebAddress.resolve(base, text));
        String own = self == null ? feed.self() : self;
        URI topic = Optional.ofNullable(own)
                .flatMap(text -> WebAddress.resolve(base, text))
                .orElse(base);
        return address.map(found -> new Hub(found.toString(), topic.toString()));
    }

    private static @Nullable String link(String header, String relation) {
        Matcher links = LINK.matcher(header);
        while (links.find()) {
            Matcher rel = REL.matcher(links.group(2));
            String relations = rel.find() ? rel.group(1) == null ? rel.group(2) : rel.group(1) : "";
            if ((" " + relations.toLowerCase(Locale.ROOT) + " ").contains(" " + relation + " ")) {
                return links.group(1);
            }
        }
        return null;
    }
}
