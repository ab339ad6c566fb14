package org.claimwatch.web.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.article.Archive.Answer;
import org.claimwatch.web.article.Archive.State;
import org.claimwatch.web.article.ArchivedPage.Facts;
import org.claimwatch.web.layout.Problem;
import org.claimwatch.web.layout.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The page behind a version, as evidence that programs keep. */
@Path("/api/v1/articles/{id:\\d+}/versions/{number:\\d+}/archived")
@RunOnVirtualThread
public class ArchiveApi {
    private final PageOfVersion pages;
    private final Archive archive;
    private final Questions questions;

    public ArchiveApi(PageOfVersion pages, Archive archive, Questions questions) {
        this.pages = pages;
        this.archive = archive;
        this.questions = questions;
    }

    /**
     * A version's page as it was fetched.
     *
     * @param page which of the article's pages, from 1
     * @param pages how many the text was read from
     * @param state held, never archived, lost, changed or away: nobody can tell now
     * @param endsEarly why the text ends before the article does
     * @param fetched null where no page was archived
     * @param warc the address of the file, for whoever holds a token
     */
    @Schema(name = "ArchivedPage")
    public record ArchivedItem(
            long article,
            int version,
            int page,
            int pages,
            String state,
            @Schema(nullable = true) @Nullable String endsEarly,
            @Schema(nullable = true) @Nullable FetchedItem fetched,
            String warc) {}

    /**
     * What is known of the fetched page.
     *
     * @param address that it was at in the end, after redirects
     * @param sha256 of the body as received, in hex
     * @param waits why it is still in the database; null once it is in the archive
     */
    @Schema(name = "FetchedPage")
    public record FetchedItem(
            String address,
            String at,
            int status,
            @Schema(nullable = true) @Nullable String type,
            String sha256,
            long bytes,
            @Schema(nullable = true) @Nullable String waits) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What is known of the archived page behind an article's version")
    public ArchivedItem archived(
            @RestPath long id,
            @RestPath int number,
            @Parameter(description = "Which of the article's pages, from 1") @QueryParam("of") @DefaultValue("1")
                    int of) {
        ArchivedPage page = pages.of(id, number, of, questions.reader()).orElseThrow(NotFoundException::new);
        Facts facts = page.facts();
        return new ArchivedItem(
                id,
                number,
                page.page(),
                page.pages(),
                page.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                page.endsEarly(),
                facts == null
                        ? null
                        : new FetchedItem(
                                facts.address(),
                                facts.fetched().iso(),
                                facts.status(),
                                facts.type(),
                                facts.sha256(),
                                facts.bytes(),
                                facts.waits()),
                "/api/v1/articles/%d/versions/%d/archived/warc".formatted(id, number));
    }

    @GET
    @Path("warc")
    @Produces("application/warc")
    @Operation(summary = "All of the version's pages with their requests, as they lie in the archive (WARC, gzipped)")
    public byte[] warc(@RestPath long id, @RestPath int number) {
        long version = pages.versionId(id, number).orElseThrow(NotFoundException::new);
        Answer answer = archive.warc(version);
        if (answer.state() != State.HELD) {
            throw new Refused(
                    answer.state() == State.AWAY
                            ? Problem.of(503, "The archive does not answer", "Ask again in a minute.")
                            : Problem.of(
                                    404,
                                    "Nothing is archived",
                                    "This version has no file in the archive; its facts say why."));
        }
        return answer.bytes();
    }
}
