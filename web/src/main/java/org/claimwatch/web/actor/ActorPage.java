package org.claimwatch.web.actor;

import java.util.List;
import java.util.Locale;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.Position;
import org.claimwatch.web.reading.StatementCard;
import org.jspecify.annotations.Nullable;

/** An actor: who it is, where it stands, and who quotes it. */
public record ActorPage(
        PeriodControl period,
        long id,
        String name,
        String kind,
        @Nullable String affiliation,
        List<String> aliases,
        List<Position> positions,
        List<Quoting> outlets,
        List<StatementCard> statements,
        Paging paging,
        String csv) {

    /** The actors who spoke in a period. */
    public record ActorList(PeriodControl period, List<ActorLine> actors, Paging paging) {}

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
            return kind.toLowerCase(Locale.ROOT);
        }
    }

    /** An outlet that quotes the actor, and how often. */
    public record Quoting(long outletId, String outlet, long statements) {
        public String count() {
            return Counted.of(statements, "statement");
        }
    }
}
