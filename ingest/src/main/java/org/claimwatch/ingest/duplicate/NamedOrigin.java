package org.claimwatch.ingest.duplicate;

/**
 * Whom a text names as its first publisher.
 *
 * @param name the agency or outlet
 * @param evidence the words that say so
 * @param start where the name begins, in Unicode code points of the text; -1 where the byline names it
 * @param end where it ends
 */
public record NamedOrigin(String name, String evidence, int start, int end) {
    public boolean inText() {
        return start >= 0;
    }
}
