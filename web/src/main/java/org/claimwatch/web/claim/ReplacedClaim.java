package org.claimwatch.web.claim;

import java.util.List;

/**
 * A claim that no article makes in the version that stands now: whoever cited it still finds where it stood.
 *
 * @param said newest first
 */
public record ReplacedClaim(Words claim, List<Said> said) {
    /**
     * The claim's own.
     *
     * @param lang empty where it is unknown
     */
    public record Words(String text, String lang) {}
}
