package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/** Finds out who the speakers of an article's statements are, and who else it names. */
@FunctionalInterface
public interface ActorResolver {
    /**
     * Resolves an article's speakers and names.
     *
     * @param outlet the publishing outlet's name, which is no relay of its own articles
     * @param speeches in reading order
     */
    ArticleActors resolve(SegmentedText text, String outlet, List<Speech> speeches);
}
