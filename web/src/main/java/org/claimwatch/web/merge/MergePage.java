package org.claimwatch.web.merge;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.ClaimsByWords.Found;
import org.claimwatch.web.reading.Decision;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.ActorWords;
import org.claimwatch.web.words.CountWords;
import org.jspecify.annotations.Nullable;

/** What the pages show on which people merge, split and undo. */
final class MergePage {
    private MergePage() {}

    /** All decisions of the instance. */
    record History(Member member, List<Decision> decisions, Paging paging) {}

    /**
     * One actor beside those that it may be.
     *
     * @param asked words of a name, by which the candidates were found
     * @param name what was entered for the other of a split
     */
    record OfActor(
            Member member,
            ActorLine actor,
            String asked,
            List<ActorLine> candidates,
            List<ArticleLine> articles,
            List<Decision> decisions,
            String name,
            List<String> problems) {}

    record ActorLine(
            long id, String name, String kind, @Nullable String affiliation, long statements) {
        public String count() {
            return CountWords.SAY.statements(statements);
        }

        public String kindWord() {
            return ActorWords.SAY.kind(kind);
        }
    }

    /** An article that quotes the actor, by one of the names under which it does. */
    record ArticleLine(
            long id,
            String title,
            String lang,
            String outlet,
            When at,
            String readAs,
            @Nullable String affiliation) {}

    record OfClaim(
            Member member,
            Found claim,
            String asked,
            List<Found> candidates,
            List<StatementLine> statements,
            List<Decision> decisions,
            String text,
            List<String> problems) {}

    record StatementLine(long id, String speaker, String words, String lang, String outlet, When at, boolean denies) {}
}
