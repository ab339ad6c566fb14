package org.claimwatch.web.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drawing says in words.
 *
 * @param takeaway one sentence, computed from the data
 * @param numbers what is drawn, for whoever cannot or will not look at it
 */
public record Caption(String title, String takeaway, Numbers numbers) {
    /** A table; its first column names the rows. */
    public record Numbers(List<String> heads, List<Row> rows) {}

    /** One row of it, with the way to what it counts. */
    public record Row(String name, @Nullable String href, List<String> values) {}
}
