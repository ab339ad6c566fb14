package org.claimwatch.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.claimwatch.web.security.SignIn.Identity;
import org.claimwatch.web.words.LanguageOfRequest;
import org.claimwatch.web.words.LayoutWords;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Stands before every page: knows the viewer, and hides a team's pages from everybody else, as if there were none. */
public class Gate {
    private static final String LAST_TEAM = "last-team";

    /** All that quarkus-oidc keeps a session in, however many parts a token with many groups needs. */
    private static final String SESSION_COOKIES = "q_session";

    /** What quarkus-oidc, too, answers to a script whose session has ended; app.js then loads the page anew. */
    private static final int SESSION_EXPIRED = 499;

    private final SecurityIdentity identity;
    private final SignIn signIn;
    private final Revocations revocations;
    private final CurrentViewer viewer;
    private final LanguageOfRequest language;

    public Gate(
            SecurityIdentity identity,
            SignIn signIn,
            Revocations revocations,
            CurrentViewer viewer,
            LanguageOfRequest language) {
        this.language = language;
        this.revocations = revocations;
        this.identity = identity;
        this.signIn = signIn;
        this.viewer = viewer;
    }

    /** Answers in place of the page if it returns something. */
    @ServerRequestFilter
    public @Nullable Response admit(ContainerRequestContext request, SimpleResourceInfo route)
            throws NoSuchMethodException {
        if (identity.isAnonymous()) {
            return null;
        }
        if (identity.getPrincipal() instanceof JsonWebToken token
                && revocations.ended(token.claim("sid").map(Object::toString).orElse(null))) {
            return ofApi(request) ? Response.status(401).build() : backToSignIn(request);
        }
        Viewer person = signIn.viewer(identityOf(identity));
        language.set(person.language());
        String slug = request.getUriInfo().getPathParameters().getFirst("slug");
        if (slug == null) {
            viewer.set(person, preferred(person, request));
            return null;
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
            throw new ForbiddenException(LayoutWords.SAY.needsRole(
                    needs.value().label(), member.teamName(), member.role().label()));
        }
        return null;
    }

    /** Programs carry a token each time; they have no sign-in to be led to, and remember nothing. */
    private static boolean ofApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }

    /** Without its cookies the browser asks again, is led through sign-in, and lands where it wanted to go. */
    private static Response backToSignIn(ContainerRequestContext request) {
        boolean script = "JavaScript".equals(request.getHeaderString("X-Requested-With"));
        var answer = script
                ? Response.status(SESSION_EXPIRED)
                : Response.seeOther(
                        request.getMethod().equals("GET") ? request.getUriInfo().getRequestUri() : URI.create("/"));
        request.getCookies().keySet().stream()
                .filter(name -> name.startsWith(SESSION_COOKIES))
                .forEach(name -> answer.cookie(new NewCookie.Builder(name)
                        .value("")
                        .path("/")
                        .maxAge(0)
                        .httpOnly(true)
                        .build()));
        return answer.header("Cache-Control", "no-store").build();
    }

    /** So that pages outside any team keep showing the team that one works for. */
    @ServerResponseFilter
    public void remember(ContainerRequestContext request, ContainerResponseContext response) {
        String slug = request.getUriInfo().getPathParameters().getFirst("slug");
        if (slug != null && !ofApi(request) && viewer.known() && viewer.member().isPresent()) {
            response.getHeaders()
                    .add(
                            "Set-Cookie",
                            new NewCookie.Builder(LAST_TEAM)
                                    .value(slug)
                                    .path("/")
                                    .httpOnly(true)
                                    .secure(Tls.of(request.getUriInfo()))
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
