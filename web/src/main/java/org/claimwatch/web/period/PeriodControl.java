package org.claimwatch.web.period;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.Period.Length;
import org.claimwatch.web.words.PeriodWords;
import org.jspecify.annotations.Nullable;

/**
 * The one control that changes a list's period, and the words that say which it is.
 *
 * @param compare the link that sets the period before beside this one, or takes it away; null for all time
 * @param kept parameters that the form of an own range carries along
 * @param upToDate when anything was last read into this instance
 * @param stale whether that is longer ago than any outlet is silent by itself
 * @param unread articles of the period that are fetched and not read yet: the list is still without what they say
 * @param problem why an own range was not taken
 * @param before how many the period before has of what the page counts; null where nobody asked
 */
public record PeriodControl(
        Period period,
        List<Choice> choices,
        @Nullable Choice compare,
        String path,
        Map<String, String> kept,
        @Nullable When upToDate,
        boolean stale,
        long unread,
        @Nullable String problem,
        @Nullable String before) {

    static PeriodControl of(
            Period period,
            Address address,
            @Nullable When upToDate,
            boolean stale,
            long unread,
            @Nullable String problem) {
        Address base = address.without("period", "from", "to", "page", "after", "before");
        var choices = Arrays.stream(Length.values())
                .filter(length -> length != Length.OWN)
                .map(length -> new Choice(
                        length.label(),
                        base.with("period", length == Length.WEEK ? null : length.parameter)
                                .toString(),
                        length == period.length()))
                .toList();
        return new PeriodControl(
                period,
                choices,
                compare(period, address),
                address.path(),
                base.parameters(),
                upToDate,
                stale,
                unread,
                problem,
                null);
    }

    private static @Nullable Choice compare(Period period, Address address) {
        boolean on = "before".equals(address.get("compare"));
        return period.before().isEmpty()
                ? null
                : new Choice(
                        PeriodWords.SAY.compare(),
                        address.without("page", "after", "before")
                                .with("compare", on ? null : "before")
                                .toString(),
                        on);
    }

    /** The period before, where it is asked for. */
    public Optional<Period> comparedWith() {
        return compare != null && compare.current() ? period.before() : Optional.empty();
    }

    /** With the number of the period before, where it is asked for. */
    public PeriodControl counting(String what, Function<Period, Total> count) {
        return comparedWith()
                .map(count)
                .map(total -> with(compare, before(what, total)))
                .orElse(this);
    }

    private static String before(String what, Total total) {
        return PeriodWords.SAY.before(what, total.rows(), total.more());
    }

    /** For a page on which there is nothing to compare. */
    public PeriodControl withoutComparison() {
        return with(null, null);
    }

    private PeriodControl with(@Nullable Choice comparison, @Nullable String told) {
        return new PeriodControl(period, choices, comparison, path, kept, upToDate, stale, unread, problem, told);
    }

    /** The next longer period, for whoever finds nothing; null for all time. */
    public @Nullable Choice longer() {
        if (own()) {
            return choices.getLast();
        }
        int here = choices.stream().map(Choice::current).toList().indexOf(true);
        return here + 1 < choices.size() ? choices.get(here + 1) : null;
    }

    public String sentence() {
        return period.sentence();
    }

    /** Of the own range's form; all time starts it at nothing. */
    public String firstDay() {
        return period.length() == Length.ALL ? "" : period.firstDay().toString();
    }

    public String lastDay() {
        return period.length() == Length.ALL ? "" : period.lastDay().toString();
    }

    public boolean own() {
        return period.length() == Length.OWN;
    }
}
