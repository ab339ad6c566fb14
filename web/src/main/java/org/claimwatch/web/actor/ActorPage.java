package org.claimwatch.web.actor;

import java.util.List;
import org.claimwatch.web.chart.Multiples;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Decision;
import org.claimwatch.web.reading.Reversals.Reversal;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.words.ActorWords;
import org.claimwatch.web.words.CountWords;
import org.jspecify.annotations.Nullable;

/**
 * An actor: who it is, where it stands, and who quotes it.
 *
 * @param all the same with each list in full
 */
public record ActorPage(
        PeriodControl period,
        long id,
        String name,
        String kind,
        @Nullable String affiliation,
        List<String> aliases,
        Leading<Affiliation> affiliations,
        Multiples positions,
        List<Reversal> reversals,
        List<Quoting> outlets,
        Leading<About> speakers,
        Leading<About> ownVoices,
        List<StatementCard> statements,
        @Nullable Ticks ticks,
        List<Decision> decisions,
        Paging paging,
        String all,
        String csv) {

    /** The actors who spoke in a period. */
    public record ActorList(
            PeriodControl period,
            Narrowing narrowing,
            List<Choice> show,
            boolean fresh,
            Address here,
            List<ActorLine> actors,
            Paging paging) {
        /** Exactly those that are counted. */
        public String statements(ActorLine actor) {
            return search(actor).toString();
        }

        public String claims(ActorLine actor) {
            return search(actor).with("as", "claims").toString();
        }

        /** Where each outlet stands with its own number; what was narrowed is listed statement by statement. */
        public String outlets(ActorLine actor) {
            return fresh || !narrowing.query().empty()
                    ? statements(actor)
                    : bare().at("/actors/" + actor.id()) + "#quoted-by";
        }

        private Address search(ActorLine actor) {
            Query of = narrowing.query().andExactly(Field.SPEAKER, actor.name());
            return bare().at("/search").with("q", (fresh ? of.undoubted() : of).text());
        }

        private Address bare() {
            return here.without("show", "q", "page", "after", "before", "compare");
        }
    }

    /** An actor on one line. */
    public record ActorLine(
            long id,
            String name,
            String kind,
            @Nullable String affiliation,
            long statements,
            long outlets,
            long claims) {
        public String kindWord() {
            return ActorWords.SAY.kind(kind);
        }
    }

    /** What the actor was said to belong to, and when. */
    public record Affiliation(String name, When first, When last, long statements) {
        public boolean once() {
            return first.shown().equals(last.shown());
        }

        public String count() {
            return CountWords.SAY.statements(statements);
        }
    }

    /** An outlet that quotes the actor, how often, and from which other outlets it has that. */
    public record Quoting(
            long outletId,
            String outlet,
            long statements,
            @Nullable String through,
            String href) {
        public String count() {
            return CountWords.SAY.statements(statements);
        }
    }

    /** Where somebody stands toward the actor. */
    public record About(
            long holderId, String holder, long favour, long against, long neutral, String href, String evidence) {}
}
