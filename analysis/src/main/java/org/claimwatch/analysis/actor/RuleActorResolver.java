package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/** Resolves mentions by an article's own names, roles and pronouns. */
public final class RuleActorResolver implements ActorResolver {
    @Override
    public ArticleActors resolve(SegmentedText text, OutletNames outlets, List<Speech> speeches) {
        return text.language().equals("ar")
                ? new ArabicResolution(text, outlets).run(speeches)
                : new Resolution(text, outlets, speeches).run(speeches);
    }
}
