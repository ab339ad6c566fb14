package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of who speaks.
 *
 * @param position where the statement begins
 * @param source the words that name the speaker
 * @param relays the words that name who handed the statement on
 * @param continues whether the speaker is that of the speech before
 */
public record Speech(int position, @Nullable TextSpan source, List<TextSpan> relays, boolean continues) {
    public Speech {
        relays = List.copyOf(relays);
    }
}
