package org.claimwatch.web.layout;

import org.claimwatch.web.words.LayoutWords;
import org.jspecify.annotations.Nullable;

/** Which rows of a list a page shows, and the way to the others. */
public record Paging(long total, int page, int size, Address address) {
    public static final int SIZE = 25;

    /** The page that the address asks for; nonsense asks for the first. */
    public static Paging of(long total, Address address) {
        String asked = address.get("page");
        int page = asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
        int last = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        return new Paging(total, Math.clamp(page, 1, last), SIZE, address);
    }

    /** What it counts: "1 claim", "2 claims". */
    public String noun(String one, String many) {
        return total == 1 ? one : many;
    }

    public int offset() {
        return (page - 1) * size;
    }

    public boolean several() {
        return total > size;
    }

    public String shown() {
        return total == 0
                ? LayoutWords.SAY.noRows()
                : LayoutWords.SAY.rows(offset() + 1, Math.min((long) offset() + size, total), total);
    }

    public @Nullable String previous() {
        return page > 1 ? address.with("page", page == 2 ? null : page - 1).toString() : null;
    }

    public @Nullable String next() {
        return (long) page * size < total ? address.with("page", page + 1).toString() : null;
    }
}
