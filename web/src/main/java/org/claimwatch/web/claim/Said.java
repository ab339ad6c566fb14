package org.claimwatch.web.claim;

import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.Published;

/**
 * One of a claim's statements, with what the drawings of its page tell of it; a claim has hundreds.
 *
 * @param chain from the speaker to the outlet
 * @param counts whether neither that it was said nor that it makes the claim is doubted
 */
public record Said(
        long id,
        String speaker,
        String words,
        List<String> chain,
        long outletId,
        String outlet,
        long articleId,
        int version,
        Published published,
        When at,
        boolean denies,
        boolean counts) {
    /** In the article, at its place. */
    public String evidence() {
        return "/articles/%d?version=%d#statement-%d".formatted(articleId, version, id);
    }

    /** From the speaker to the outlet, as one line. */
    String chainLine() {
        return String.join(" → ", chain);
    }

    /** Whether it came through anyone between the speaker and the outlet. */
    boolean relayed() {
        return chain.size() > 2;
    }
}
