package org.claimwatch.analysis.model;

/**
 * What an encoder reads: pieces of words, some of them marked as those in question.
 *
 * @param ids numbers of the vocabulary, the special pieces included
 * @param marks as many, true where marked
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once and never compared.
public record EncoderInput(int[] ids, boolean[] marks) {
    public EncoderInput {
        if (ids.length != marks.length || ids.length == 0) {
            throw new IllegalArgumentException(ids.length + " pieces have " + marks.length + " marks");
        }
    }

    public int length() {
        return ids.length;
    }
}
