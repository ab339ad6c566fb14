package org.claimwatch.web.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How pages are coloured, where a person would have it otherwise than the browser. */
public enum Theme {
    LIGHT,
    DARK;

    /** As forms and style sheets say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst();
    }
}
