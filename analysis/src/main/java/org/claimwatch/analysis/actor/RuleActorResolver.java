package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/** Resolves mentions by an article's own names, roles and pronouns. */
public final class RuleActorResolver implements ActorResolver {
    @Override
    public ArticleActors resolve(SegmentedText text, String outlet, List<Speech> speeches) {
        return new Resolution(text, outlet).run(speeches);
    }
}
