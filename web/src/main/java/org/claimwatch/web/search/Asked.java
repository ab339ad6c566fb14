package org.claimwatch.web.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period.Length;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.words.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * What the search page is asked for, as far as it is kept with a name.
 *
 * @param view the parameters {@code as}, {@code period}, {@code from} and {@code to}, as an address writes them
 */
record Asked(String query, String view) {
    private static final int LONGEST_VIEW = 200;
    private static final List<String> KEPT = List.of("as", "period", "from", "to");

    /** From a form. */
    static Asked of(String query, String view) {
        return of(new Asked(query, view.length() > LONGEST_VIEW ? "" : view).address());
    }

    static Asked of(Address here) {
        Address view = Address.of("");
        for (String name : KEPT) {
            view = view.with(name, here.get(name));
        }
        String query = here.get("q");
        return new Asked(query == null ? "" : query.strip(), view.toString().replaceFirst("^\\?", ""));
    }

    Address address() {
        Address address = Address.of("/search").with("q", query.isEmpty() ? null : query);
        for (String parameter : view.split("&", -1)) {
            int value = parameter.indexOf('=');
            if (value > 0 && KEPT.contains(parameter.substring(0, value))) {
                address = address.with(parameter.substring(0, value), decoded(parameter.substring(value + 1)));
            }
        }
        return address;
    }

    /** Whatever a form sent; what no address could say is as good as nothing. */
    private static @Nullable String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What it finds, in words. */
    String sentence() {
        Address address = address();
        return SearchWords.SAY.sentence(
                Query.saved(query).explained(ResultKind.of(address.get("as"))), period(address));
    }

    private static String period(Address address) {
        String asked = address.get("period");
        if (Length.OWN.parameter.equals(asked)) {
            return SearchWords.SAY.range(
                    Objects.requireNonNullElse(address.get("from"), SearchWords.SAY.theBeginning()),
                    Objects.requireNonNullElse(address.get("to"), SearchWords.SAY.now()));
        }
        return Arrays.stream(Length.values())
                .filter(length -> length.parameter.equals(asked))
                .findFirst()
                .orElse(Length.WEEK)
                .label();
    }
}
