package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/** Finds out who the speakers of an article's statements are, and who else it names. */
@FunctionalInterface
public interface ActorResolver {
    /**
     * Resolves an article's speakers and names.
     *
     * @param outlets the publishing one, and those that may be relays
     * @param speeches in reading order
     */
    ArticleActors resolve(SegmentedText text, OutletNames outlets, List<Speech> speeches);
}
