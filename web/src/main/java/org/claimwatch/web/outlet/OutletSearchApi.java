package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.outlet.SearchPage.CandidateLine;
import org.claimwatch.web.outlet.SearchPage.Watched;
import org.claimwatch.web.security.Groups;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Searches for the feeds of outlets to come, for the programs of instance administrators. */
@Path("/api/v1/outlets/searches")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Groups.INSTANCE_ADMINS)
public class OutletSearchApi {
    private final FeedsFound found;
    private final Questions questions;

    public OutletSearchApi(FeedsFound found, Questions questions) {
        this.found = found;
        this.questions = questions;
    }

    @Schema(name = "OutletSearches")
    public record SearchItems(List<SearchItem> items) {}

    /**
     * One look at an address.
     *
     * @param state running, done or failed
     */
    @Schema(name = "OutletSearch")
    public record SearchItem(long id, String address, String state, String started) {}

    /**
     * A search with what it found so far.
     *
     * @param problem why it failed
     * @param name as the outlet's own pages give it, like language and country; empty where they do not
     * @param icon its address, as the outlet's own pages give it
     * @param outlet that came of it
     */
    @Schema(name = "OutletSearchAlone")
    public record SearchAlone(
            SearchItem search,
            @Schema(nullable = true) @Nullable String problem,
            String name,
            String homeUrl,
            String language,
            String country,
            @Schema(nullable = true) @Nullable String icon,
            @Schema(nullable = true) @Nullable Named outlet,
            List<CandidateItem> candidates) {}

    /**
     * An address that may be a feed.
     *
     * @param language as the feed says; empty where it does not
     * @param reason why it is none, or none to take
     * @param suggested whether it would be ticked
     * @param outlet whose it is already
     */
    @Schema(name = "FeedCandidate")
    public record CandidateItem(
            String url,
            String verdict,
            @Schema(nullable = true) @Nullable String kind,
            @Schema(nullable = true) @Nullable String title,
            String language,
            int entries,
            @Schema(nullable = true) @Nullable String newest,
            @Schema(nullable = true) @Nullable String reason,
            boolean suggested,
            @Schema(nullable = true) @Nullable Named outlet) {}

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    @Operation(summary = "Searches of the last day that no outlet came of yet; for instance administrators")
    public SearchItems searches() {
        return new SearchItems(found.recent(questions.reader()).stream()
                .map(line -> new SearchItem(
                        line.id(),
                        line.address(),
                        word(line.state()),
                        line.started().iso()))
                .toList());
    }

    @GET
    @Path("/{id:\\d+}")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    @Operation(summary = "One search for an outlet's feeds, with all that it looked at; for instance administrators")
    public SearchAlone search(@RestPath long id) {
        SearchPage page = found.page(id, questions.reader()).orElseThrow(NotFoundException::new);
        OutletForm form = page.form();
        return new SearchAlone(
                new SearchItem(
                        id, page.address(), word(page.state()), page.started().iso()),
                page.problem(),
                form.name,
                form.homeUrl,
                form.language,
                form.country,
                page.icon(),
                named(page.watched()),
                page.candidates().stream().map(OutletSearchApi::item).toList());
    }

    private static CandidateItem item(CandidateLine line) {
        return new CandidateItem(
                line.url(),
                word(line.verdict()),
                line.kind() == null ? null : line.kind().toLowerCase(Locale.ROOT),
                line.title(),
                line.lang(),
                line.entries(),
                line.newest() == null ? null : line.newest().iso(),
                line.reason(),
                line.ticked(),
                named(line.watched()));
    }

    private static @Nullable Named named(@Nullable Watched watched) {
        return watched == null ? null : new Named(watched.id(), watched.name());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
