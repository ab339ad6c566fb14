package org.claimwatch.web.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.search.QueryForm.How;
import org.claimwatch.web.words.SearchWords;
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
                        Field.CHECKWORTHY,
                        Field.DOUBTFUL)
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
                        SearchWords.SAY.how(how, named ? "named" : words ? "words" : "code"),
                        how == chosen))
                .toList();
    }

    private static List<Option> choices(Field field, List<String> chosen) {
        return switch (field) {
            case STANCE -> options(chosen, "favor", "against", "neutral");
            case FORM -> options(chosen, "direct", "indirect", "mixed");
            case CHECKWORTHY ->
                chosen.isEmpty() || chosen.equals(List.of("yes")) || chosen.equals(List.of("no"))
                        ? options(chosen, "", "yes", "no")
                        : options(chosen, "", "yes", "no", chosen.getFirst());
            case DOUBTFUL -> options(chosen, "", "yes", "no");
            default -> List.of();
        };
    }

    private static List<Option> options(List<String> chosen, String... values) {
        return Arrays.stream(values)
                .map(value -> new Option(
                        value,
                        value.matches("[0-9.]+") ? SearchWords.SAY.atLeast(value) : SearchWords.SAY.value(value),
                        chosen.contains(value) || (chosen.isEmpty() && value.isEmpty())))
                .toList();
    }

    static String label(Field field) {
        return SearchWords.SAY.field(field);
    }

    private static String hint(Field field) {
        return SearchWords.SAY.hint(field);
    }

    /** What somebody must know whose query does not go into the fields. */
    static @Nullable String note(Query query, QueryForm form) {
        if (query.problem() != null) {
            return SearchWords.SAY.queryMisread(query.problem().sentence());
        }
        return form.rest().isEmpty() ? null : SearchWords.SAY.noRoom();
    }
}
