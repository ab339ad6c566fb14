package org.claimwatch.web.merge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ids as a form brings them: whatever is none counts as not chosen. */
final class Numbers {
    private Numbers() {}

    static @Nullable Long of(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    static List<Long> of(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(Numbers::of)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList();
    }
}
