package org.claimwatch.web.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.claimwatch.web.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be worth an alert.
 *
 * @param keys if any of them has raised one of this kind before, it is not
 */
record Found(AlertKind kind, Wording headline, @Nullable String language, Wording why, String path, List<String> keys) {
    /** A sentence in each language of the interface. */
    record Wording(Map<Language, String> said) {
        static Wording of(Supplier<String> sentence) {
            return new Wording(Arrays.stream(Language.values())
                    .collect(Collectors.toMap(each -> each, each -> each.speaking(sentence))));
        }

        String in(Language language) {
            return Objects.requireNonNull(said.get(language));
        }
    }
}
