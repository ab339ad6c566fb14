package org.claimwatch.analysis.attribution.tagger;

import java.util.List;
import org.claimwatch.analysis.model.RoleSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a paragraph attributes to whom, in spans of its words.
 *
 * @param sources in reading order, those of no attribution too
 * @param cues in reading order: those that are probable by themselves, with or without an attribution
 * @param attributions in the order of their contents
 */
public record Tagging(List<RoleSpan> sources, List<RoleSpan> cues, List<Linked> attributions) {
    public Tagging {
        sources = List.copyOf(sources);
        cues = List.copyOf(cues);
        attributions = List.copyOf(attributions);
    }

    /**
     * Spans that belong together.
     *
     * @param content at least one
     * @param confidence 0 to 1
     */
    public record Linked(
            @Nullable RoleSpan source, @Nullable RoleSpan cue, List<RoleSpan> content, double confidence) {
        public Linked {
            content = List.copyOf(content);
        }
    }
}
