package org.claimwatch.web.period;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.Period.Length;
import org.jspecify.annotations.Nullable;

/**
 * The one control that changes a list's period, and the words that say which it is.
 *
 * @param kept parameters that the form of an own range carries along
 * @param upToDate when anything was last read into this instance
 * @param problem why an own range was not taken
 */
public record PeriodControl(
        Period period,
        List<Choice> choices,
        String path,
        Map<String, String> kept,
        @Nullable When upToDate,
        @Nullable String problem) {

    static PeriodControl of(Period period, Address address, @Nullable When upToDate, @Nullable String problem) {
        Address base = address.without("period", "from", "to", "page");
        var choices = Arrays.stream(Length.values())
                .filter(length -> length != Length.OWN)
                .map(length -> new Choice(
                        length.label,
                        base.with("period", length == Length.WEEK ? null : length.parameter)
                                .toString(),
                        length == period.length()))
                .toList();
        return new PeriodControl(period, choices, address.path(), base.parameters(), upToDate, problem);
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
