package org.claimwatch.analysis.segment;

import org.claimwatch.analysis.model.SegmentedText;
import org.jspecify.annotations.Nullable;

/** Cuts a text into paragraphs, sentences and tokens. */
@FunctionalInterface
public interface Segmenter {
    /**
     * Segments a text.
     *
     * @param language BCP 47 of the text, null if it is not known
     */
    SegmentedText segment(String text, @Nullable String language);
}
