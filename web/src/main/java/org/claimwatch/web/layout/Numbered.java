package org.claimwatch.web.layout;

import java.util.List;
import org.claimwatch.web.words.LayoutWords;

/** The pages, by their numbers, of a list that is computed as a whole each time it is looked at. */
public record Numbered(long total, int page, Address address) {
    /** The page that the address asks for; nonsense asks for the first. */
    public static Numbered of(long total, Address address) {
        String asked = address.get("page");
        int page = asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
        int last = (int) Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE);
        return new Numbered(total, Math.clamp(page, 1, last), address);
    }

    /** Of all rows those on this page. */
    public <R> List<R> of(List<R> rows) {
        return rows.stream().skip(offset()).limit(Paging.SIZE).toList();
    }

    public Paging paging() {
        return new Paging(
                Total.exactly(total),
                total == 0
                        ? LayoutWords.SAY.noRows()
                        : LayoutWords.SAY.rows(offset() + 1, Math.min((long) offset() + Paging.SIZE, total), total),
                page > 1 ? address.with("page", page == 2 ? null : page - 1).toString() : null,
                (long) page * Paging.SIZE < total
                        ? address.with("page", page + 1).toString()
                        : null);
    }

    private int offset() {
        return (page - 1) * Paging.SIZE;
    }
}
