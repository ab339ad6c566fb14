package org.claimwatch.web.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.search.QueryForm.How;
import org.jspecify.annotations.Nullable;

/**
 * The form that writes a query.
 *
 * @param kept the parameters of the search that the query does not change
 * @param note what of the query has no field of its own here; null where everything has
 * @param back to the search as it was
 */
public record FormPage(
        QueryForm form,
        List<FormRow> rows,
        Map<String, String> kept,
        List<String> problems,
        @Nullable String note,
        String back) {

    /**
     * One field.
     *
     * @param hows how its values can be meant; empty where there is one way only
     * @param choices its values, where there are few; empty where one writes them
     * @param single whether at most one of the choices is taken
     */
    public record FormRow(
            String name,
            String label,
            List<Option> hows,
            List<Option> choices,
            boolean single,
            String written,
            String hint) {}

    /** One of several values. */
    public record Option(String value, String label, boolean chosen) {}

    static List<FormRow> rows(QueryForm form) {
        return Stream.of(
                        Field.SPEAKER,
                        Field.TARGET,
                        Field.STANCE,
                        Field.OUTLET,
                        Field.VIA,
                        Field.FORM,
                        Field.CLAIM,
                        Field.TOPIC,
                        Field.COUNTRY,
                        Field.LANG,
                        Field.SINCE,
                        Field.UNTIL,
                        Field.CHECKWORTHY)
                .map(field -> row(field, form.row(field)))
                .toList();
    }

    private static FormRow row(Field field, QueryForm.Row row) {
        return new FormRow(
                field.word(),
                label(field),
                hows(field, row.how()),
                choices(field, row.values()),
                QueryForm.single(field),
                QueryForm.single(field) ? String.join(" ", row.values()) : Listed.write(row.values()),
                hint(field));
    }

    private static List<Option> hows(Field field, How chosen) {
        if (QueryForm.single(field)) {
            return List.of();
        }
        boolean named = field.kind() == Field.Kind.NAME;
        boolean words = field.kind() == Field.Kind.WORDS;
        return Arrays.stream(How.values())
                .filter(how -> !how.exact() || field.takesExact())
                .map(how -> new Option(
                        how.word(),
                        switch (how) {
                            case LIKE -> named ? "is like" : words ? "has the words" : "is";
                            case EXACTLY -> "is exactly";
                            case UNLIKE -> named ? "is not like" : words ? "lacks the words" : "is not";
                            case NOT_EXACTLY -> "is not exactly";
                        },
                        how == chosen))
                .toList();
    }

    private static List<Option> choices(Field field, List<String> chosen) {
        return switch (field) {
            case STANCE -> options(chosen, "favor", "in favour", "against", "against", "neutral", "neutral");
            case FORM -> options(chosen, "direct", "direct", "indirect", "indirect", "mixed", "mixed");
            case CHECKWORTHY ->
                chosen.isEmpty() || chosen.equals(List.of("yes")) || chosen.equals(List.of("no"))
                        ? options(chosen, "", "either", "yes", "yes", "no", "no")
                        : options(
                                chosen,
                                "",
                                "either",
                                "yes",
                                "yes",
                                "no",
                                "no",
                                chosen.getFirst(),
                                "at least " + chosen.getFirst());
            default -> List.of();
        };
    }

    private static List<Option> options(List<String> chosen, String... valuesAndLabels) {
        return Stream.iterate(0, i -> i < valuesAndLabels.length, i -> i + 2)
                .map(i -> new Option(
                        valuesAndLabels[i],
                        valuesAndLabels[i + 1],
                        chosen.contains(valuesAndLabels[i]) || (chosen.isEmpty() && valuesAndLabels[i].isEmpty())))
                .toList();
    }

    static String label(Field field) {
        return switch (field) {
            case SPEAKER -> "Speaker";
            case TARGET -> "Target of a stance";
            case OUTLET -> "Outlet";
            case COUNTRY -> "Country of the outlet";
            case LANG -> "Language";
            case FORM -> "Form of speech";
            case VIA -> "Came through";
            case STANCE -> "Stance";
            case CLAIM -> "Claim";
            case TOPIC -> "Headline, section or story";
            case SINCE -> "Published since";
            case UNTIL -> "Published until";
            case CHECKWORTHY -> "Check-worthy";
        };
    }

    private static String hint(Field field) {
        return switch (field) {
            case COUNTRY -> "two letters: DE, SY";
            case LANG -> "a code: en, de, ar";
            case SINCE, UNTIL -> "2025, 2025-09 or 2025-09-30, in UTC";
            default -> "";
        };
    }

    /** What somebody must know whose query does not go into the fields. */
    static @Nullable String note(Query query, QueryForm form) {
        if (query.problem() != null) {
            return "This query is not understood, so that it does not go into the fields; it stands under Further conditions. "
                    + query.problem().sentence();
        }
        return form.rest().isEmpty()
                ? null
                : "The fields have no room for a part of this query; it stands under Further conditions as it is written, and stays.";
    }
}
