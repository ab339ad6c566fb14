package org.claimwatch.web.digest;

import java.util.Locale;
import java.util.Set;

/** Which way a text runs: mail programs know {@code dir} and few of them {@code auto}, so it is said where it is known. */
final class Direction {
    /** Languages usually written in Arabic, Hebrew, Syriac or Thaana script. */
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi");

    private Direction() {}

    static String of(String lang) {
        String language = Locale.forLanguageTag(lang).getLanguage();
        if (language.isEmpty()) {
            return "auto";
        }
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }
}
