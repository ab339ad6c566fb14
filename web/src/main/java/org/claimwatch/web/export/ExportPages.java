package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.jspecify.annotations.Nullable;

/** The rows of a page as files: the address is the page's own with another ending, so the rows are as many as its total. */
@Path("/")
@RunOnVirtualThread
@Produces(Csv.TYPE)
public class ExportPages {
    private final Periods periods;
    private final TableFiles files;
    private final CurrentReader reader;

    public ExportPages(Periods periods, TableFiles files, CurrentReader reader) {
        this.periods = periods;
        this.files = files;
        this.reader = reader;
    }

    /** Of a claim, which has no period, or of a search or an actor within theirs. */
    @GET
    @Path("/statements.csv")
    public Response statements(@Context UriInfo uri) {
        Address here = Address.of(uri);
        Long claim = number(here.get("claim"));
        return files.csv(
                claim == null ? "statements.csv" : "claim-%d-statements.csv".formatted(claim),
                StatementRows.of(asked(here)));
    }

    @GET
    @Path("/statements.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response statementsAsJsonLines(@Context UriInfo uri) {
        return files.jsonLines("statements.jsonl", StatementRows.of(asked(Address.of(uri))));
    }

    /** Person, organisation, concept, agreement: what Discourse Network Analyzer and its followers read. */
    @GET
    @Path("/statements.dna.csv")
    public Response statementsAsNetwork(@Context UriInfo uri) {
        return files.csv("statements.dna.csv", StatementRows.network(asked(Address.of(uri))));
    }

    @GET
    @Path("/articles.csv")
    public Response articles(@Context UriInfo uri) {
        return files.csv("articles.csv", ArticleRows.of(inArticles(uri)));
    }

    @GET
    @Path("/articles.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response articlesAsJsonLines(@Context UriInfo uri) {
        return files.jsonLines("articles.jsonl", ArticleRows.of(inArticles(uri)));
    }

    @GET
    @Path("/stories.csv")
    public Response stories(@Context UriInfo uri) {
        return files.csv("stories.csv", StoryRows.of(inArticles(uri)));
    }

    @GET
    @Path("/stories.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response storiesAsJsonLines(@Context UriInfo uri) {
        return files.jsonLines("stories.jsonl", StoryRows.of(inArticles(uri)));
    }

    @GET
    @Path("/claims.csv")
    public Response claims(@Context UriInfo uri) {
        return files.csv("claims.csv", ClaimRows.of(claimsAsked(Address.of(uri))));
    }

    @GET
    @Path("/claims.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response claimsAsJsonLines(@Context UriInfo uri) {
        return files.jsonLines("claims.jsonl", ClaimRows.of(claimsAsked(Address.of(uri))));
    }

    private Condition asked(Address here) {
        Long claim = number(here.get("claim"));
        if (claim != null) {
            return Condition.ofClaim(claim);
        }
        Period period = period(here);
        Condition within = query(here).within(period.from(), period.to());
        Long actor = number(here.get("actor"));
        return actor == null ? within : within.and(Condition.ofSpeaker(actor));
    }

    private Condition inArticles(UriInfo uri) {
        Address here = Address.of(uri);
        Period period = period(here);
        return query(here).within(Scope.ARTICLE, period.from(), period.to());
    }

    private ClaimsAsked claimsAsked(Address here) {
        Period period = period(here);
        return ClaimsAsked.of(here, query(here).condition(), period.from(), period.to());
    }

    private Period period(Address here) {
        return periods.asked(here, reader.get().zone()).period();
    }

    /** A file of nothing, because a query is wrong, would say that there is nothing. */
    private static Query query(Address here) {
        Query query = Query.of(Optional.ofNullable(here.get("q")).orElse(""));
        if (query.problem() != null) {
            throw new BadRequestException(query.problem().sentence());
        }
        return query;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
