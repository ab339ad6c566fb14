package org.claimwatch.web.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page of a list, and the addresses of the pages beside it. They say after or before which row they go on, so
 * that no row which arrives meanwhile moves another from page to page; one that itself rises or falls is met where it then is.
 *
 * @param previous null on the first page
 * @param next null on the last page
 */
public record Slice<R>(
        List<R> rows, @Nullable String previous, @Nullable String next) {
    public Paging paging(Total total) {
        return new Paging(total, null, previous, next);
    }

    public <S> Slice<S> map(Function<List<R>, List<S>> laidOut) {
        return new Slice<>(laidOut.apply(rows), previous, next);
    }

    /** A row, and where in the order of its list it stands. */
    record Placed<R>(R row, String place) {}

    /** What an address asks for by {@code after=} or {@code before=}; nonsense asks for the first page. */
    public record Asked(Falling order, Address address, int size) {
        public static Asked of(Falling order, Address address) {
            return new Asked(order, address, Paging.SIZE);
        }

        String sql(String list) {
            return order.beside(list, place().isPresent(), back());
        }

        Map<String, Object> parameters(Map<String, ?> ofList) {
            var all = new HashMap<String, Object>(ofList);
            all.putAll(order.parameters(place().orElse(List.of()), size + 1));
            return all;
        }

        /** Of rows that were asked for one more than the page takes: whether there is another page is then known. */
        <R> Slice<R> of(List<Placed<R>> found) {
            Address here = address.without("after", "before", "page");
            boolean more = found.size() > size;
            List<Placed<R>> kept = more ? found.subList(0, size) : found;
            List<Placed<R>> shown = back() ? kept.reversed() : kept;
            if (shown.isEmpty()) {
                return new Slice<>(List.of(), place().isPresent() ? here.toString() : null, null);
            }
            boolean first = back() ? !more : place().isEmpty();
            boolean last = !back() && !more;
            return new Slice<>(
                    shown.stream().map(Placed::row).toList(),
                    first ? null : here.with("before", shown.getFirst().place()).toString(),
                    last ? null : here.with("after", shown.getLast().place()).toString());
        }

        private boolean back() {
            return order.place(address.get("before")).isPresent();
        }

        private Optional<List<Object>> place() {
            return order.place(address.get("before")).or(() -> order.place(address.get("after")));
        }
    }
}
