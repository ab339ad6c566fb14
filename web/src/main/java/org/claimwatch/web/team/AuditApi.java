package org.claimwatch.web.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.team.AuditPage.EntryLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's audit log, for its admins' programs. */
@Path("/api/v1/teams/{slug}/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AuditApi {
    private final Questions questions;
    private final AuditLog log;
    private final CurrentViewer viewer;

    public AuditApi(Questions questions, AuditLog log, CurrentViewer viewer) {
        this.questions = questions;
        this.log = log;
        this.viewer = viewer;
    }

    /**
     * A change to what the team has.
     *
     * @param at in UTC
     * @param deed added, changed or removed
     * @param what the kind of thing that changed
     * @param name of that thing
     */
    @Schema(name = "AuditEntry")
    public record AuditItem(
            long id, String at, String who, String deed, String what, String name, List<ChangeItem> changes) {}

    /** One value before and after; null where there was or is none. */
    @Schema(name = "AuditChange")
    public record ChangeItem(
            String field,
            @Schema(nullable = true) @Nullable String before,
            @Schema(nullable = true) @Nullable String after) {}

    @GET
    @Needs(Role.ADMIN)
    @Operation(summary = "Who changed what in a team, newest first; for its admins")
    public Listing<AuditItem> audit(
            @RestPath String slug, @BeanParam AuditFilter filter, @BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Address here = Lists.place(question, AuditLog.NEWEST);
        checkFilters(here);
        Member member = viewer.memberOfThis();
        return Lists.of(
                log.total(member, here),
                question,
                false,
                log.entries(member, new Slice.Asked(AuditLog.NEWEST, here, question.limit()))
                        .map(found -> found.stream().map(AuditApi::item).toList()));
    }

    private static void checkFilters(Address here) {
        Questions.id(here, "who");
        for (String name : List.of("from", "to")) {
            if (here.get(name) != null && AuditLog.day(here.get(name)) == null) {
                throw Questions.bad("%s= takes a day, as 2025-09-01.".formatted(name));
            }
        }
    }

    private static AuditItem item(EntryLine entry) {
        return new AuditItem(
                entry.id(),
                entry.at().iso(),
                entry.who(),
                entry.deed(),
                entry.kind(),
                entry.name(),
                entry.changes().stream()
                        .map(change -> new ChangeItem(change.what(), change.before(), change.after()))
                        .toList());
    }
}
