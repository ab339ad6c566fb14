package org.claimwatch.web.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.chart.Bars;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.OutletWords;
import org.jspecify.annotations.Nullable;

/** An outlet: how its feeds fare, what it says itself, and what it lets others say. */
public record OutletPage(
        PeriodControl period,
        Imprint outlet,
        @Nullable Silence silence,
        List<FeedLine> feeds,
        List<Bars> stances,
        Bars voices,
        Firsts firsts,
        List<ArticleLine> articles,
        Paging paging,
        String statementsHref,
        String claimsHref) {

    /** A kind of feed as people call it. */
    static String kindWord(String kind) {
        return OutletWords.SAY.kind(kind);
    }

    /** Who publishes. */
    public record Imprint(
            long id,
            String name,
            String homeUrl,
            @Nullable String country,
            @Nullable String language,
            @Nullable String ownership) {
        public boolean followable() {
            return homeUrl.startsWith("https://") || homeUrl.startsWith("http://");
        }

        /** "private, en, XX": what is known. */
        public String facts() {
            var facts = new ArrayList<String>();
            if (ownership != null) {
                facts.add(OutletWords.SAY.ownership(ownership));
            }
            if (language != null) {
                facts.add(Locale.forLanguageTag(language)
                        .getDisplayName(Language.spoken().locale()));
            }
            if (country != null && !country.equals("XX")) {
                facts.add(Locale.of("", country)
                        .getDisplayCountry(Language.spoken().locale()));
            }
            return String.join(" · ", facts);
        }
    }

    /** The outlets of this instance. */
    public record OutletList(
            PeriodControl period, Narrowing narrowing, Address here, List<OutletLine> outlets, boolean administers) {
        public String statements(OutletLine line) {
            return bare().at("/search")
                    .with(
                            "q",
                            narrowing
                                    .query()
                                    .andExactly(Field.OUTLET, line.imprint().name())
                                    .text())
                    .toString();
        }

        /** Of an outlet all that it published, or where one narrows the statements for which articles count. */
        public String articles(OutletLine line) {
            return narrowing.query().empty()
                    ? bare().at("/outlets/" + line.imprint().id()) + "#articles"
                    : statements(line);
        }

        private Address bare() {
            return here.without("q", "compare");
        }

        public String articles() {
            return CountWords.SAY.articles(
                    outlets.stream().mapToLong(OutletLine::articles).sum());
        }
    }

    /** An outlet on one line. */
    public record OutletLine(
            Imprint imprint,
            long articles,
            long statements,
            Health health,
            @Nullable When newest) {}

    /** How feeds fare, in a word. */
    public record Health(long feeds, long failing, long fresh, boolean silent) {
        public String word() {
            if (feeds == 0) {
                return OutletWords.SAY.noFeedWord();
            }
            if (silent) {
                return failing > 0 ? OutletWords.SAY.silentFailing(failing) : OutletWords.SAY.silent();
            }
            if (failing > 0) {
                return OutletWords.SAY.failingOf(failing, CountWords.SAY.feeds(feeds));
            }
            return fresh == feeds ? OutletWords.SAY.notPolled() : OutletWords.SAY.well(CountWords.SAY.feeds(feeds));
        }

        public String css() {
            return feeds == 0 ? "muted" : silent || failing > 0 ? "bad" : fresh == feeds ? "muted" : "good";
        }
    }

    /** It says nothing, though it is usually busy. */
    public record Silence(When since, long perWeek, long missing) {
        public String usual() {
            return OutletWords.SAY.usual(perWeek, missing);
        }
    }

    /**
     * Of the claims that it carries, those that others carry too, and at how many of these it was first; of its
     * statements that make claims, how many it has from another outlet.
     */
    public record Firsts(long carried, long shared, long first, long statements, long handedOn) {
        public String sentence() {
            return shared == 0 ? OutletWords.SAY.noneCarried(carried) : OutletWords.SAY.firstAt(first, shared);
        }

        /** Whether the sentence names all claims that it carries: they are looked through up to a limit. */
        public boolean namesAll() {
            return shared == 0 && carried < VoicesOfOutlet.CLAIMS;
        }

        public String reprints() {
            return OutletWords.SAY.handedOn(handedOn, statements);
        }
    }

    /** A speaker and how often the outlet quotes that speaker. */
    public record Quoted(@Nullable Long actorId, String name, long statements) {}

    /** One of its articles. */
    public record ArticleLine(long id, String title, String lang, When at, int versions, long statements) {
        public String counted() {
            return CountWords.SAY.statements(statements);
        }
    }
}
