package org.claimwatch.web.search;

import io.quarkus.qute.RawString;
import java.util.List;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Found;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.words.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * What matches a query, as statements, articles, claims or stories.
 *
 * @param facets none until they are asked for
 * @param spread this page with its facets
 * @param keepAs where the search is kept under a name; null for whoever is in no team
 * @param ticks of the reader's basket; null where there is none
 */
public record SearchPage(
        PeriodControl period,
        Query query,
        ResultKind kind,
        Narrowing narrowing,
        List<Choice> tabs,
        Paging paging,
        Found found,
        List<Facet> facets,
        String spread,
        List<Choice> exports,
        @Nullable String keepAs,
        @Nullable Ticks ticks) {

    /** By what one could narrow further. */
    public record Facet(String label, List<FacetLink> values) {}

    /** One value, the address that narrows to it, and how many there are then. */
    public record FacetLink(String value, String href, String count) {}

    public String explained() {
        return query.explained(kind);
    }

    public RawString total() {
        return paging.said(SearchWords.SAY.total(kind, paging.total()));
    }
}
