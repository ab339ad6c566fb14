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
import org.claimwatch.web.merge.MergePage.ActorLine;
import org.claimwatch.web.merge.MergePage.ArticleLine;
import org.claimwatch.web.merge.MergePage.OfActor;
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

/** Says that two actors are one, or that one name means two. */
@Path("/teams/{slug}/merges/actors/{id:\\d+}")
@RunOnVirtualThread
public class ActorMergePages {
    private static final int LONGEST_NAME = 200;

    private final Candidates candidates;
    private final Decisions decisions;
    private final Identities identities;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public ActorMergePages(
            Candidates candidates,
            Decisions decisions,
            Identities identities,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.candidates = candidates;
        this.decisions = decisions;
        this.identities = identities;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "merge")
    static class Templates {
        static native TemplateInstance actor(OfActor page);
    }

    @GET
    @Needs(Role.EDITOR)
    public Object actor(@RestPath long id, @RestQuery @Nullable String like) {
        Optional<Long> stays = decisions.actorInItsPlace(id);
        Member member = viewer.memberOfThis();
        return stays.isPresent()
                ? Back.to("%s/merges/actors/%d".formatted(member.home(), stays.get()))
                : page(id, like, "", List.of());
    }

    @POST
    @Path("/merge")
    @Needs(Role.EDITOR)
    public Response merge(@RestPath long id, @RestForm @Nullable String into) {
        known(id);
        Long other = Numbers.of(into);
        if (other == null || other == id || candidates.actor(other).isEmpty()) {
            return refused(id, "", List.of(MergeWords.SAY.chooseActor()));
        }
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> identities.mergeActors(id, other, viewer.get().accountId()));
        } catch (Refused e) {
            return refused(id, "", List.of(Objects.requireNonNull(e.getMessage())));
        }
        return Back.to("/actors/" + other);
    }

    @POST
    @Path("/split")
    @Needs(Role.EDITOR)
    public Response split(
            @RestPath long id, @RestForm @Nullable List<String> article, @RestForm @Nullable String name) {
        ActorLine actor = known(id);
        String other = Objects.requireNonNullElse(name, "").strip();
        List<Long> chosen = Numbers.of(article);
        List<ArticleLine> all = candidates.articles(id, reader.get());
        if (chosen.isEmpty() || chosen.size() >= all.size()) {
            return refused(id, other, List.of(MergeWords.SAY.tickArticles()));
        }
        if (other.isEmpty() || other.length() > LONGEST_NAME || other.equals(actor.name())) {
            return refused(id, other, List.of(MergeWords.SAY.nameThatDiffers(actor.name())));
        }
        try {
            long made = QuarkusTransaction.requiringNew()
                    .call(() -> identities.splitActor(
                            id, chosen, other, viewer.get().accountId()));
            return Back.to("/actors/" + made);
        } catch (Refused e) {
            return refused(id, other, List.of(Objects.requireNonNull(e.getMessage())));
        }
    }

    private ActorLine known(long id) {
        return candidates.actor(id).orElseThrow(NotFoundException::new);
    }

    private Response refused(long id, String name, List<String> problems) {
        return Response.status(422).entity(page(id, null, name, problems)).build();
    }

    private TemplateInstance page(long id, @Nullable String like, String name, List<String> problems) {
        ActorLine actor = known(id);
        String asked = like == null || like.isBlank()
                ? actor.name().substring(actor.name().lastIndexOf(' ') + 1)
                : like.strip();
        return Templates.actor(new OfActor(
                viewer.memberOfThis(),
                actor,
                asked,
                candidates.actorsLike(id, asked),
                candidates.articles(id, reader.get()),
                decisions.ofActor(id, reader.get()),
                name,
                problems));
    }
}
