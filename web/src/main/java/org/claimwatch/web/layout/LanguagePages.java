package org.claimwatch.web.layout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Tls;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.LanguageOfRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Changes the interface's language, from any page: for the account of whoever is signed in, and for this browser. */
@Path("/language")
@PermitAll
@RunOnVirtualThread
public class LanguagePages {
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private final EntityManager entities;
    private final CurrentViewer viewer;

    public LanguagePages(EntityManager entities, CurrentViewer viewer) {
        this.entities = entities;
        this.viewer = viewer;
    }

    @POST
    @Transactional
    public Response change(@RestForm @Nullable String language, @RestForm @Nullable String back, @Context UriInfo uri) {
        Language chosen = Language.of(language).orElseThrow(() -> new BadRequestException());
        if (viewer.known()) {
            entities.find(Account.class, viewer.get().accountId()).language = chosen.tag();
        }
        return Response.fromResponse(Back.to(back, "/"))
                .cookie(new NewCookie.Builder(LanguageOfRequest.COOKIE)
                        .value(chosen.tag())
                        .path("/")
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .secure(Tls.of(uri))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
