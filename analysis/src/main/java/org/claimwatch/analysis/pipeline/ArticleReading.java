package org.claimwatch.analysis.pipeline;

import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.actor.Hop;
import org.claimwatch.analysis.actor.Speaker;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.claim.Proposition;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.story.ArticleProfile;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;

/** All that one text says by itself; which claims and story that makes with other texts comes after it. */
public record ArticleReading(
        SegmentedText text,
        List<ReadStatement> statements,
        List<ReadStance> outletStances,
        List<Named> actors,
        ArticleProfile profile) {
    public ArticleReading {
        statements = List.copyOf(statements);
        outletStances = List.copyOf(outletStances);
        actors = List.copyOf(actors);
    }

    /**
     * A statement with everything that was read of it.
     *
     * @param content its words, spans joined by " … "
     * @param proposition empty where it claims nothing
     */
    public record ReadStatement(
            Attribution attribution,
            Speaker speaker,
            List<Hop> chain,
            String content,
            List<ReadStance> stances,
            Optional<Proposition> proposition,
            float checkWorthy) {
        public ReadStatement {
            chain = List.copyOf(chain);
            stances = List.copyOf(stances);
        }
    }

    /** A side taken, with the words that show it. */
    public record ReadStance(String target, Polarity polarity, float confidence, TextSpan evidence) {}
}
