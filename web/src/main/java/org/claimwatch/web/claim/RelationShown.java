package org.claimwatch.web.claim;

import org.claimwatch.web.layout.When;

/**
 * The words of a statement that take back or support another claim, in its article.
 *
 * @param words from the first that say so to the last
 * @param start first code point of the words in the article's text
 * @param end the code point after the last
 * @param lang BCP 47, empty if it is not known
 */
public record RelationShown(
        long statementId,
        long articleId,
        int version,
        String speaker,
        String outlet,
        String words,
        int start,
        int end,
        String lang,
        When at) {
    /** The article, opened at the statement. */
    public String evidence() {
        return "/articles/%d?version=%d#statement-%d".formatted(articleId, version, statementId);
    }
}
