package org.claimwatch.web.merge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.merge.Identities.Refused;
import org.claimwatch.web.merge.MergePage.OfClaim;
import org.claimwatch.web.reading.ClaimsByWords;
import org.claimwatch.web.reading.ClaimsByWords.Found;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.MergeWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Says that two claims are one, or the opposite of each other, or that some statements of one make another. */
@Path("/teams/{slug}/merges/claims/{id:\\d+}")
@RunOnVirtualThread
public class ClaimMergePages {
    private static final int LONGEST_CLAIM = 500;

    private final Candidates candidates;
    private final ClaimsByWords claims;
    private final Decisions decisions;
    private final Identities identities;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public ClaimMergePages(
            Candidates candidates,
            ClaimsByWords claims,
            Decisions decisions,
            Identities identities,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.candidates = candidates;
        this.claims = claims;
        this.decisions = decisions;
        this.identities = identities;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "merge")
    static class Templates {
        static native TemplateInstance claim(OfClaim page);
    }

    @GET
    @Needs(Role.EDITOR)
    public Object claim(@RestPath long id, @RestQuery @Nullable String like) {
        Optional<Long> stays = decisions.claimInItsPlace(id);
        Member member = viewer.memberOfThis();
        return stays.isPresent()
                ? Back.to("%s/merges/claims/%d".formatted(member.home(), stays.get()))
                : page(id, like, "", List.of());
    }

    @POST
    @Path("/merge")
    @Needs(Role.EDITOR)
    public Response merge(@RestPath long id, @RestForm @Nullable String into, @RestForm @Nullable String opposite) {
        known(id);
        Long other = Numbers.of(into == null ? opposite : into);
        if (other == null || other == id || claims.numbered(other).isEmpty()) {
            return refused(id, "", List.of(MergeWords.SAY.chooseClaim()));
        }
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> identities.mergeClaims(
                            id, other, into == null, viewer.get().accountId()));
        } catch (Refused e) {
            return refused(id, "", List.of(Objects.requireNonNull(e.getMessage())));
        }
        return Back.to("/claims/" + other);
    }

    @POST
    @Path("/split")
    @Needs(Role.EDITOR)
    public Response split(
            @RestPath long id, @RestForm @Nullable List<String> statement, @RestForm @Nullable String text) {
        Found claim = known(id);
        String wording = Objects.requireNonNullElse(text, "").strip();
        List<Long> chosen = Numbers.of(statement);
        if (chosen.isEmpty()
                || chosen.size() >= candidates.statements(id, reader.get()).size()) {
            return refused(id, wording, List.of(MergeWords.SAY.tickStatements()));
        }
        if (wording.isEmpty() || wording.length() > LONGEST_CLAIM || wording.equals(claim.text())) {
            return refused(id, wording, List.of(MergeWords.SAY.sentenceOfItsOwn()));
        }
        try {
            long made = QuarkusTransaction.requiringNew()
                    .call(() -> identities.splitClaim(
                            id, chosen, wording, viewer.get().accountId()));
            return Back.to("/claims/" + made);
        } catch (Refused e) {
            return refused(id, wording, List.of(Objects.requireNonNull(e.getMessage())));
        }
    }

    private Found known(long id) {
        return claims.numbered(id).orElseThrow(NotFoundException::new);
    }

    private Response refused(long id, String text, List<String> problems) {
        return Response.status(422).entity(page(id, null, text, problems)).build();
    }

    private TemplateInstance page(long id, @Nullable String like, String text, List<String> problems) {
        Found claim = known(id);
        String asked = like == null || like.isBlank() ? claim.text() : like.strip();
        return Templates.claim(new OfClaim(
                viewer.memberOfThis(),
                claim,
                asked,
                claims.like(asked, id, Candidates.MOST),
                candidates.statements(id, reader.get()),
                decisions.ofClaim(id, reader.get()),
                text,
                problems));
    }
}
