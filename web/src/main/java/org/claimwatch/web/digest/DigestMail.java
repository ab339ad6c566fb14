package org.claimwatch.web.digest;

import java.util.List;
import org.claimwatch.web.layout.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says, before it is text or HTML.
 *
 * @param rest how many more new claims there are than are told
 */
public record DigestMail(
        String monitor,
        String team,
        String period,
        String language,
        List<NewClaim> claims,
        long rest,
        long total,
        String monitorHref,
        String digestHref) {

    /** A claim that the monitor had not met before. */
    public record NewClaim(
            String text, String lang, String counts, boolean contested, String href, List<Voice> voices) {}

    /** One statement that bears it. */
    public record Voice(
            String speaker,
            @Nullable String affiliation,
            String words,
            String lang,
            boolean denies,
            String form,
            String chain,
            String date,
            String href) {}

    public boolean quiet() {
        return claims.isEmpty();
    }

    /** Says the most important thing first. */
    public String subject() {
        if (quiet()) {
            return "Nothing new: " + monitor;
        }
        long contested = claims.stream().filter(NewClaim::contested).count();
        String news = contested == 0
                ? Counted.of(total, "new claim")
                : "%s, %d of them denied".formatted(Counted.of(total, "new claim"), contested);
        return "%s: %s — %s".formatted(monitor, shortened(claims.getFirst().text()), news);
    }

    private static String shortened(String text) {
        int most = 90;
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return bare.codePointCount(0, bare.length()) <= most
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    public String heading() {
        return Counted.of(total, "new claim");
    }
}
