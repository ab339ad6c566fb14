package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of who speaks.
 *
 * @param content what is said, where somebody else's names are mentioned
 * @param source the words that name the speaker
 * @param relays the words that name who handed the statement on
 * @param continues whether the speaker is that of the speech before
 */
public record Speech(List<TextSpan> content, @Nullable TextSpan source, List<TextSpan> relays, boolean continues) {
    public Speech {
        content = List.copyOf(content);
        relays = List.copyOf(relays);
    }
}
