package org.claimwatch.analysis.claim;

import java.util.List;
import org.claimwatch.analysis.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * What was said and by whom, before anybody asks what it claims.
 *
 * @param content the words of all its spans
 * @param words the same as tokens
 * @param language BCP 47 primary subtag
 * @param quoted whether all of it stands between quotation marks: then its pronouns are those of speech
 * @param cue the reporting expression in lower case, empty if there is none
 * @param speaker a proper name, null for an unnamed speaker
 * @param person whether the speaker is one person
 */
public record Utterance(
        String content,
        List<Token> words,
        String language,
        boolean quoted,
        String cue,
        @Nullable String speaker,
        boolean person) {
    public Utterance {
        words = List.copyOf(words);
    }
}
