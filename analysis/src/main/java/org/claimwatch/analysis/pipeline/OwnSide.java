package org.claimwatch.analysis.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.actor.ArticleActors.Identified;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.common.statement.TextSpan;

/** An official who tells what his own government says or thinks is the one who speaks: that is one statement, not two. */
final class OwnSide {
    /** Nested statements are neighbours in reading order. */
    private static final int NEAR = 4;

    private OwnSide() {}

    /** Indices of the statements of governments that lie in what one of their own officials says. */
    static Set<Integer> told(List<Attribution> attributions, List<Identified> speakers) {
        Set<Integer> told = new HashSet<>();
        for (int inner = 0; inner < attributions.size(); inner++) {
            for (int outer = Math.max(0, inner - NEAR); outer < Math.min(attributions.size(), inner + NEAR); outer++) {
                if (outer != inner
                        && speakers.get(outer)
                                .speaker()
                                .speaksFor(speakers.get(inner).speaker())
                        && holds(attributions.get(outer), attributions.get(inner))) {
                    told.add(inner);
                }
            }
        }
        return told;
    }

    private static boolean holds(Attribution outer, Attribution inner) {
        return inner.content().stream()
                .allMatch(span -> outer.content().stream().anyMatch(o -> contains(o, span)));
    }

    private static boolean contains(TextSpan outer, TextSpan inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }
}
