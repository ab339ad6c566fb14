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
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.jspecify.annotations.Nullable;

/** The rows of a page as CSV: the address is the page's own with another ending, so the rows are as many as its total. */
@Path("/")
@RunOnVirtualThread
@Produces(Csv.TYPE)
public class ExportPages {
    private final Periods periods;
    private final StatementRows statements;
    private final ClaimRows claims;
    private final CurrentReader reader;

    public ExportPages(Periods periods, StatementRows statements, ClaimRows claims, CurrentReader reader) {
        this.periods = periods;
        this.statements = statements;
        this.claims = claims;
        this.reader = reader;
    }

    /** Of a claim, which has no period, or of a search or an actor within theirs. */
    @GET
    @Path("/statements.csv")
    public Response statements(@Context UriInfo uri) {
        Address here = Address.of(uri);
        Long claim = number(here.get("claim"));
        return Csv.file(
                claim == null ? "statements.csv" : "claim-%d-statements.csv".formatted(claim),
                statements.csv(asked(here)));
    }

    @GET
    @Path("/statements.jsonl")
    @Produces("application/x-ndjson;charset=UTF-8")
    public Response statementsAsJsonLines(@Context UriInfo uri) {
        return Csv.file("statements.jsonl", statements.jsonLines(asked(Address.of(uri))));
    }

    /** Person, organisation, concept, agreement: what Discourse Network Analyzer and its followers read. */
    @GET
    @Path("/statements.dna.csv")
    public Response statementsAsNetwork(@Context UriInfo uri) {
        return Csv.file("statements.dna.csv", statements.network(asked(Address.of(uri))));
    }

    private Condition asked(Address here) {
        Long claim = number(here.get("claim"));
        if (claim != null) {
            return Condition.ofClaim(claim);
        }
        Query query = Query.of(Optional.ofNullable(here.get("q")).orElse(""));
        if (query.problem() != null) {
            throw new BadRequestException(query.problem().sentence());
        }
        var period = periods.asked(here, reader.get().zone()).period();
        Condition within = query.within(period.from(), period.to());
        Long actor = number(here.get("actor"));
        return actor == null ? within : within.and(Condition.ofSpeaker(actor));
    }

    @GET
    @Path("/claims.csv")
    public Response claims(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var period = periods.asked(here, reader.get().zone()).period();
        Query query = Query.of(Optional.ofNullable(here.get("q")).orElse(""));
        return Csv.file("claims.csv", claims.csv(ClaimsAsked.of(here, query.condition(), period.from(), period.to())));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
