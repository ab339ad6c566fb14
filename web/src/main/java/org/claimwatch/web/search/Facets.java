package org.claimwatch.web.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.Results.FacetValue;
import org.claimwatch.web.search.SearchPage.Facet;
import org.claimwatch.web.search.SearchPage.FacetLink;
import org.claimwatch.web.words.SearchWords;

/** How a query's matches are spread, each value a link to the query narrowed by it: its number is that query's total. */
@ApplicationScoped
class Facets {
    private static final List<String> FACETS =
            List.of("speaker", "outlet", "stance", "form", "country", "lang", "month");

    private final Results results;

    Facets(Results results) {
        this.results = results;
    }

    /**
     * The facets that have values.
     *
     * @param condition of a query, within the period
     */
    List<Facet> of(ResultKind kind, Query query, Address here, Function<Query, Condition> condition) {
        List<FacetValue> values = values(kind, query, condition);
        return FACETS.stream()
                .map(name -> new Facet(
                        SearchWords.SAY.facet(name),
                        values.stream()
                                .filter(value -> value.facet().equals(name))
                                .map(value -> link(query, here, value))
                                .toList()))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    /** All that there is any of, facet by facet. */
    List<FacetValue> values(ResultKind kind, Query query, Function<Query, Condition> condition) {
        var values = new ArrayList<>(results.facets(kind, condition.apply(query)));
        if (query.conjuncts().stream().anyMatch(part -> Query.written(part).contains("target:"))) {
            // Of the target asked about, which a stance beside it must be toward: not of any that a statement has.
            values.removeIf(value -> value.facet().equals("stance"));
            for (String stance : List.of("favor", "against", "neutral")) {
                var narrowed = query.and(new Term(Field.STANCE, stance, false));
                values.add(stance(stance, results.count(kind, condition.apply(narrowed))));
            }
        }
        return FACETS.stream()
                .flatMap(name -> values.stream().filter(value -> value.facet().equals(name) && value.count() > 0))
                .toList();
    }

    private static FacetValue stance(String stance, Total total) {
        return new FacetValue("stance", stance, total.rows(), total.more());
    }

    private static FacetLink link(Query query, Address here, FacetValue value) {
        return new FacetLink(
                shown(value), here.with("q", narrowed(query, value).text()).toString(), count(value));
    }

    /** The query that finds of its matches those of one value. */
    static Query narrowed(Query query, FacetValue value) {
        Query narrowed = query;
        for (Term term : terms(value)) {
            narrowed = narrowed.conjuncts().contains(term) ? narrowed : narrowed.and(term);
        }
        return narrowed;
    }

    /** Of as many matches as are looked at there may be more. */
    private static String count(FacetValue value) {
        return (value.more() ? "≥ " : "") + value.count();
    }

    private static String shown(FacetValue value) {
        return value.facet().equals("stance") || value.facet().equals("form")
                ? SearchWords.SAY.facetValue(value.value())
                : value.value();
    }

    private static List<Term> terms(FacetValue value) {
        return switch (value.facet()) {
            case "speaker" -> List.of(new Term(Field.SPEAKER, value.value(), true));
            case "outlet" -> List.of(new Term(Field.OUTLET, value.value(), true));
            case "country" -> List.of(new Term(Field.COUNTRY, value.value(), false));
            case "lang" -> List.of(new Term(Field.LANG, value.value(), false));
            case "form" -> List.of(new Term(Field.FORM, value.value(), false));
            case "stance" -> List.of(new Term(Field.STANCE, value.value(), false));
            default ->
                List.of(new Term(Field.SINCE, value.value(), false), new Term(Field.UNTIL, value.value(), false));
        };
    }
}
