package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * One statement as the text presents it, before anybody asks who the speaker is.
 *
 * @param source the words that name the speaker here; null where nothing in or next to the statement does
 * @param cue the reporting expression; null where a quotation runs on
 * @param content in reading order, at least one
 * @param relays who handed the statement on, from the speaker outwards
 * @param denies whether the cue turns the content down: "denied that", "rejected"
 * @param continues whether the speaker is that of the statement before
 * @param confidence 0 to 1
 */
public record Attribution(
        @Nullable TextSpan source,
        @Nullable TextSpan cue,
        List<TextSpan> content,
        StatementForm form,
        List<TextSpan> relays,
        boolean denies,
        boolean continues,
        float confidence) {
    public Attribution {
        content = List.copyOf(content);
        relays = List.copyOf(relays);
    }

    /** Where it begins in the text. */
    public int start() {
        return content.getFirst().start();
    }
}
