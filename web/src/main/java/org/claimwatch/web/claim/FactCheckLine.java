package org.claimwatch.web.claim;

import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * A fact-check that may be about a claim, and what the reader's team says of that.
 *
 * @param verdict the team's, in a word; empty where it has none
 * @param reviews whether the reader may decide
 */
public record FactCheckLine(Link link, When published, String verdict, boolean reviews) {
    /**
     * A row of the link with its fact-check.
     *
     * @param claimant who is said to have said what was checked
     */
    public record Link(
            long id,
            long articleId,
            String outlet,
            String title,
            String checked,
            @Nullable String language,
            @Nullable String claimant,
            @Nullable String rating,
            boolean opposite,
            float confidence) {}

    public String lang() {
        return link.language() == null ? "" : link.language();
    }

    public Confidence confidence() {
        return new Confidence(link.confidence());
    }

    public boolean open() {
        return verdict.isEmpty();
    }

    public boolean rejected() {
        return verdict.equals("rejected");
    }
}
