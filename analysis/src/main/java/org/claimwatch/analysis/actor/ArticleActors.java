package org.claimwatch.analysis.actor;

import java.util.List;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * The actors of one article.
 *
 * @param speakers for each speech, in the same order
 * @param named everybody with a name, speaking or spoken about
 */
public record ArticleActors(List<Identified> speakers, List<Named> named) {
    public ArticleActors {
        speakers = List.copyOf(speakers);
        named = List.copyOf(named);
    }

    /** A statement's speaker, and the chain that begins with them. */
    public record Identified(Speaker speaker, List<Hop> chain) {
        public Identified {
            chain = List.copyOf(chain);
        }
    }

    /** An actor with a proper name, wherever the article mentions it. */
    public record Named(
            String name, ActorKind kind, @Nullable String affiliation, List<String> aliases, List<TextSpan> mentions) {
        public Named {
            aliases = List.copyOf(aliases);
            mentions = List.copyOf(mentions);
        }
    }
}
