package org.claimwatch.web.words;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A language that the interface speaks. Digits are European in each, also in Arabic: the query language, the exports and
 * the addresses have them, and a number must look the same where it is copied to.
 */
public enum Language {
    ENGLISH("en", "en", "English", "d MMM uuuu", "d MMM"),
    GERMAN("de", "de", "Deutsch", "d. MMM uuuu", "d. MMM"),
    ARABIC("ar", "ar-u-nu-latn", "العربية", "d MMMM uuuu", "d MMM");

    private static final ScopedValue<Language> SPOKEN = ScopedValue.newInstance();

    private final String tag;
    private final Locale locale;
    private final String ownName;
    private final String datePattern;
    private final String dayPattern;

    Language(String tag, String locale, String ownName, String datePattern, String dayPattern) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(locale);
        this.ownName = ownName;
        this.datePattern = datePattern;
        this.dayPattern = dayPattern;
    }

    /** The one in which to speak here: a letter's recipient's, else that of who asks for the page, else English. */
    public static Language spoken() {
        return SPOKEN.isBound() ? SPOKEN.get() : LanguageOfRequest.here().orElse(ENGLISH);
    }

    /** Whatever is said meanwhile is said in this one. */
    public <T> T speaking(Supplier<T> what) {
        return ScopedValue.where(SPOKEN, this).call(what::get);
    }

    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The first that a browser asks for and that is spoken here. */
    static Optional<Language> accepted(@Nullable String header) {
        try {
            List<LanguageRange> ranges = LanguageRange.parse(header == null ? "" : header);
            Locale found = Locale.lookup(
                    ranges,
                    Arrays.stream(values())
                            .map(language -> Locale.forLanguageTag(language.tag))
                            .toList());
            return Optional.ofNullable(found).flatMap(locale -> of(locale.toLanguageTag()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public boolean rightToLeft() {
        return this == ARABIC;
    }

    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    public boolean current() {
        return this == spoken();
    }

    /** Day, month and year. */
    public DateTimeFormatter date() {
        return written(datePattern);
    }

    /** With the time of day. */
    public DateTimeFormatter minute() {
        return written(datePattern + comma() + "HH:mm");
    }

    /** With the time of day and its zone. */
    public DateTimeFormatter exact() {
        return written(datePattern + comma() + "HH:mm zzz");
    }

    private String comma() {
        return rightToLeft() ? "، " : ", ";
    }

    /** By a pattern, at whose beginning {@code D} stands for day and month. */
    public DateTimeFormatter written(String pattern) {
        return DateTimeFormatter.ofPattern(
                pattern.equals("D") || pattern.startsWith("D ") ? dayPattern + pattern.substring(1) : pattern, locale);
    }

    public DateTimeFormatter date(ZoneId zone) {
        return date().withZone(zone);
    }
}
