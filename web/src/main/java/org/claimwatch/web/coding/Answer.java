package org.claimwatch.web.coding;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person read in a passage.
 *
 * @param form of the statement, or NONE where there is none
 * @param polarity of the speaker toward the target that is asked about, or NONE
 * @param start of what was said, in code points; null, like its end, where it was not asked or there is no statement
 * @param claim a claim's number, or NONE; null where it was not asked or there is no statement
 */
record Answer(
        String form,
        String speaker,
        String polarity,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String claim) {
    static final String NONE = "NONE";

    /** A field on which people agree or not, as nominal values: two are the same, or they are not. */
    enum Field {
        FORM,
        SPEAKER,
        STANCE,
        /** The same only where both ends are. */
        SPAN,
        CLAIM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Null where nothing was answered. */
        @Nullable String of(Answer answer) {
            return switch (this) {
                case FORM -> answer.form();
                case SPEAKER -> answer.speaker().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
                case STANCE -> answer.polarity();
                case SPAN -> answer.start() == null ? null : answer.start() + "-" + answer.end();
                case CLAIM -> answer.claim();
            };
        }

        /** Whether all who answered say the same. */
        boolean agreed(List<Answer> answers) {
            return answers.stream()
                            .map(this::of)
                            .filter(value -> value != null)
                            .distinct()
                            .count()
                    <= 1;
        }
    }
}
