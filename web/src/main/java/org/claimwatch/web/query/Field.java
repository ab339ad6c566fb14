package org.claimwatch.web.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.words.QueryWords;
import org.jspecify.annotations.Nullable;

/** By what one can narrow a query, and which values each takes. */
public enum Field {
    SPEAKER(Kind.NAME),
    TARGET(Kind.NAME),
    OUTLET(Kind.NAME),
    COUNTRY(Kind.CODE),
    LANG(Kind.CODE),
    FORM(Kind.CODE),
    VIA(Kind.NAME),
    STANCE(Kind.CODE),
    CLAIM(Kind.WORDS),
    TOPIC(Kind.WORDS),
    SINCE(Kind.DAY),
    UNTIL(Kind.DAY),
    CHECKWORTHY(Kind.CODE),
    DOUBTFUL(Kind.CODE);

    /** How a field's value is compared. */
    public enum Kind {
        /** A part of a name, or with = the whole of it. */
        NAME,
        /** Words as they stand in a text; the last may end with a star. */
        WORDS,
        /** One of a fixed set. */
        CODE,
        /** A day, a month or a year, in UTC: a saved query means the same to everybody in a team. */
        DAY
    }

    private static final Set<String> FORMS = Set.of("direct", "indirect", "mixed");
    private static final Set<String> STANCES = Set.of("favor", "against", "neutral");

    private final Kind kind;

    Field(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** As one writes it, without its colon. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be asked for by the whole of its value. */
    public boolean takesExact() {
        return kind == Kind.NAME || this == CLAIM;
    }

    static Optional<Field> of(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(field -> field.word() + ":").collect(Collectors.joining(" "));
    }

    /** The value as it is kept, or nothing if the field does not take it. */
    Optional<String> canonical(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (this) {
            case SPEAKER, TARGET, OUTLET, VIA, CLAIM, TOPIC ->
                Optional.of(value).filter(Field::sought);
            case COUNTRY -> Optional.of(value.toUpperCase(Locale.ROOT)).filter(code -> code.matches("[A-Z]{2}"));
            case LANG -> Optional.of(lower).filter(tag -> tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}"));
            case FORM -> Optional.of(lower).filter(FORMS::contains);
            case STANCE ->
                Optional.of(lower.equals("favour") || lower.equals("for") ? "favor" : lower)
                        .filter(STANCES::contains);
            case SINCE, UNTIL -> Optional.of(value).filter(day -> firstDay(day) != null);
            case CHECKWORTHY ->
                Optional.of(lower)
                        .filter(asked -> asked.matches("yes|no|0(\\.[0-9]{1,4})?|1(\\.0{1,4})?|\\.[0-9]{1,4}"));
            case DOUBTFUL -> Optional.of(lower).filter(asked -> asked.matches("yes|no"));
        };
    }

    /** What to write, for somebody who wrote something else. */
    String expected() {
        return switch (this) {
            case SPEAKER, TARGET, OUTLET, VIA -> QueryWords.SAY.name(word());
            case CLAIM, TOPIC -> QueryWords.SAY.wordsAfter(word());
            case COUNTRY -> QueryWords.SAY.countryCode();
            case LANG -> QueryWords.SAY.langCode();
            case FORM -> QueryWords.SAY.forms();
            case STANCE -> QueryWords.SAY.stances();
            case SINCE, UNTIL -> QueryWords.SAY.day(word());
            case CHECKWORTHY -> QueryWords.SAY.score();
            case DOUBTFUL -> QueryWords.SAY.yesOrNo(word());
        };
    }

    /** The first day of the day, month or year that is written so; null if none is. */
    static @Nullable LocalDate firstDay(String written) {
        try {
            return switch (written.length()) {
                case 4 -> Year.parse(written).atDay(1);
                case 7 -> YearMonth.parse(written).atDay(1);
                default -> LocalDate.parse(written);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The first day after it. */
    static @Nullable LocalDate dayAfter(String written) {
        LocalDate first = firstDay(written);
        return first == null
                ? null
                : switch (written.length()) {
                    case 4 -> first.plusYears(1);
                    case 7 -> first.plusMonths(1);
                    default -> first.plusDays(1);
                };
    }

    /** Whether anything is left to look for when the database has folded it. */
    static boolean sought(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && c != 'ـ');
    }
}
