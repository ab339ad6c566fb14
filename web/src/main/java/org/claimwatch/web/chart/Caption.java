package org.claimwatch.web.chart;

import java.util.List;
import org.claimwatch.web.layout.Counted;
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

    /** One row of it, with the way to what it is about. */
    public record Row(String name, @Nullable String href, List<Value> values) {
        /** One of whose numbers none has rows of its own. */
        public static Row plain(String name, @Nullable String href, List<String> values) {
            return new Row(name, href, values.stream().map(Value::of).toList());
        }
    }

    /**
     * What stands in a cell.
     *
     * @param href to exactly the rows that it counts; null where nothing shows just these
     */
    public record Value(String text, @Nullable String href) {
        public static Value of(String text) {
            return new Value(text, null);
        }

        /** A number; none leads nowhere. */
        public static Value of(long count, String href) {
            return new Value(Counted.number(count), count == 0 ? null : href);
        }
    }
}
