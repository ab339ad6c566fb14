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
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.common.statement.HopKind;
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
     * @param relation where it, or what hangs on it, takes back or supports another claim in so many words
     */
    public record ReadStatement(
            Attribution attribution,
            Speaker speaker,
            List<Hop> chain,
            String content,
            List<ReadStance> stances,
            Optional<Proposition> proposition,
            Optional<ReadRelation> relation,
            float checkWorthy) {
        public ReadStatement {
            chain = List.copyOf(chain);
            stances = List.copyOf(stances);
        }

        ReadStatement claiming(Optional<Proposition> other, Optional<ReadRelation> relates) {
            return new ReadStatement(attribution, speaker, chain, content, stances, other, relates, checkWorthy);
        }

        /** What an outlet says of itself. */
        ReadStatement saidBy(String outlet) {
            Speaker own = new Speaker(outlet, ActorKind.ORGANISATION, null, speaker.confidence());
            List<Hop> hops = List.of(new Hop(HopKind.ACTOR, outlet, attribution.source()));
            return new ReadStatement(attribution, own, hops, content, stances, proposition, relation, checkWorthy);
        }
    }

    /**
     * How a statement's claim stands to another, and the words that say so.
     *
     * @param cue the words that take back or support
     * @param claimed the words of the other claim
     * @param proposition what these claim
     * @param outlets whether the outlet takes back what it published itself
     */
    public record ReadRelation(
            ClaimRelationKind kind, TextSpan cue, TextSpan claimed, Proposition proposition, boolean outlets) {}

    /** A side taken, with the words that show it. */
    public record ReadStance(String target, Polarity polarity, float confidence, TextSpan evidence) {}
}
