package org.claimwatch.web.layout;

import org.jspecify.annotations.Nullable;

/**
 * One of several links of which one is where we are.
 *
 * @param waiting what has to be done there, with a link of its own; null where nothing has
 */
public record Choice(
        String label,
        String href,
        boolean current,
        @Nullable Waiting waiting) {
    /** Of a place where nothing waits for anybody. */
    public Choice(String label, String href, boolean current) {
        this(label, href, current, null);
    }

    /**
     * How much waits.
     *
     * @param brief "12", "2,000+"
     * @param said the same for whoever hears it
     */
    public record Waiting(String href, String brief, String said) {}
}
