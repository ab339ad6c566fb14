package org.claimwatch.web.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ticks beside a page's statements: those that are in the reader's basket.
 *
 * @param basket the basket's address
 * @param size how many the whole basket holds
 * @param shown all statements of the page: what is shown and not ticked leaves the basket
 * @param older the page after this one, null on the last
 */
public record Ticks(
        String basket,
        long size,
        List<Long> shown,
        Set<Long> held,
        @Nullable String older) {
    public boolean has(long statement) {
        return held.contains(statement);
    }
}
