package org.claimwatch.web.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.chart.Bars;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
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
        String statementsHref) {

    /** A kind of feed as people call it. */
    static String kindWord(String kind) {
        return switch (kind) {
            case "RSS", "RDF" -> kind;
            case "ATOM" -> "Atom";
            case "JSON" -> "JSON Feed";
            default -> kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
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
                facts.add(
                        switch (ownership) {
                            case "STATE" -> "state-owned";
                            case "PUBLIC" -> "public broadcaster";
                            case "AGENCY" -> "news agency";
                            default -> "privately owned";
                        });
            }
            if (language != null) {
                facts.add(Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH));
            }
            if (country != null && !country.equals("XX")) {
                facts.add(Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
            }
            return String.join(" · ", facts);
        }
    }

    /** The outlets of this instance. */
    public record OutletList(PeriodControl period, Narrowing narrowing, List<OutletLine> outlets, boolean administers) {
        public String articles() {
            return Counted.of(outlets.stream().mapToLong(OutletLine::articles).sum(), "article");
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
                return "no feed";
            }
            if (silent) {
                return failing > 0 ? "silent, %d failing".formatted(failing) : "silent";
            }
            if (failing > 0) {
                return "%d of %s failing".formatted(failing, Counted.of(feeds, "feed"));
            }
            return fresh == feeds ? "not polled yet" : Counted.of(feeds, "feed") + " well";
        }

        public String css() {
            return feeds == 0 ? "muted" : silent || failing > 0 ? "bad" : fresh == feeds ? "muted" : "good";
        }
    }

    /** It says nothing, though it is usually busy. */
    public record Silence(When since, long perWeek, long missing) {
        public String usual() {
            return "usual are %s a week, and %s since then"
                    .formatted(Counted.of(perWeek, "article"), Counted.number(missing));
        }
    }

    /**
     * Of the claims that it carries, those that others carry too, and at how many of these it was first; of its
     * statements that make claims, how many it has from another outlet.
     */
    public record Firsts(long carried, long shared, long first, long statements, long handedOn) {
        public String sentence() {
            return shared == 0
                    ? "None of its %s is carried by another outlet.".formatted(Counted.of(carried, "claim"))
                    : "First at %s of %s that others carry too."
                            .formatted(Counted.number(first), Counted.of(shared, "claim"));
        }

        public String reprints() {
            return "%s of its %s on claims come from another outlet."
                    .formatted(Counted.number(handedOn), Counted.of(statements, "statement"));
        }
    }

    /** A speaker and how often the outlet quotes that speaker. */
    public record Quoted(@Nullable Long actorId, String name, long statements) {}

    /** One of its articles. */
    public record ArticleLine(long id, String title, String lang, When at, int versions, long statements) {
        public String counted() {
            return Counted.of(statements, "statement");
        }
    }
}
