package org.claimwatch.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.claimwatch.web.security.SignIn.Identity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Stands before every page: knows the viewer, and hides a team's pages from everybody else, as if there were none. */
public class Gate {
    private static final String LAST_TEAM = "last-team";

    private final SecurityIdentity identity;
    private final SignIn signIn;
    private final CurrentViewer viewer;

    public Gate(SecurityIdentity identity, SignIn signIn, CurrentViewer viewer) {
        this.identity = identity;
        this.signIn = signIn;
        this.viewer = viewer;
    }

    @ServerRequestFilter
    public void admit(ContainerRequestContext request, SimpleResourceInfo route) throws NoSuchMethodException {
        if (identity.isAnonymous()) {
            return;
        }
        Viewer person = signIn.viewer(identityOf(identity));
        String slug = request.getUriInfo().getPathParameters().getFirst("slug");
        if (slug == null) {
            viewer.set(person, preferred(person, request));
            return;
        }
        Member member = person.in(slug).orElse(null);
        viewer.set(person, member);
        if (member == null) {
            throw new NotFoundException();
        }
        Needs needs = route.getResourceClass()
                .getMethod(route.getMethodName(), route.parameterTypes())
                .getAnnotation(Needs.class);
        if (needs != null && !member.may(needs.value())) {
            throw new ForbiddenException("This needs the role %s in %s; yours is %s."
                    .formatted(
                            needs.value().label(),
                            member.teamName(),
                            member.role().label()));
        }
    }

    /** So that pages outside any team keep showing the team that one works for. */
    @ServerResponseFilter
    public void remember(ContainerRequestContext request, ContainerResponseContext response) {
        String slug = request.getUriInfo().getPathParameters().getFirst("slug");
        if (slug != null && viewer.known() && viewer.member().isPresent()) {
            response.getHeaders()
                    .add(
                            "Set-Cookie",
                            new NewCookie.Builder(LAST_TEAM)
                                    .value(slug)
                                    .path("/")
                                    .httpOnly(true)
                                    .sameSite(NewCookie.SameSite.LAX)
                                    .build());
        }
    }

    private static @Nullable Member preferred(Viewer person, ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(LAST_TEAM))
                .map(Cookie::getValue)
                .flatMap(person::in)
                .or(() -> person.teams().stream().findFirst())
                .orElse(null);
    }

    private static Identity identityOf(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("Signed in without a token: check that quarkus.oidc is enabled");
        }
        String name = token.claim("name").map(Object::toString).orElse(token.getName());
        return new Identity(
                token.getSubject(),
                name,
                token.claim("email").map(Object::toString).orElse(null),
                token.claim("zoneinfo").map(Object::toString).orElse(null),
                Groups.of(identity.getRoles()));
    }
}
