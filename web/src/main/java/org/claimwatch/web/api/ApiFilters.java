package org.claimwatch.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.api.Allowance.Left;
import org.claimwatch.web.layout.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Stands before and behind every route of the API: how often one may ask, and the headers that programs go by. */
public class ApiFilters {
    private static final String ALLOWANCE = Allowance.class.getName();

    /** Before the gate: whoever asks for what is not there asks as well. */
    private static final int BEFORE_THE_GATE = 4000;

    private final SecurityIdentity identity;
    private final Allowance allowance;
    private final ObjectMapper json;

    public ApiFilters(SecurityIdentity identity, Allowance allowance, ObjectMapper json) {
        this.identity = identity;
        this.allowance = allowance;
        this.json = json;
    }

    @ServerRequestFilter(priority = BEFORE_THE_GATE)
    public @Nullable Response allow(ContainerRequestContext request) throws JsonProcessingException {
        if (!ofApi(request) || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        Left left = allowance.take(token.getSubject());
        request.setProperty(ALLOWANCE, left);
        if (!left.used()) {
            return null;
        }
        var problem = Problem.of(
                Problem.PACE,
                429,
                "Too many requests",
                "This account has asked %d times within a minute; go on in %d seconds."
                        .formatted(left.limit(), left.seconds()));
        return Response.status(429)
                .type(Problem.TYPE)
                .header("Retry-After", left.seconds())
                .entity(json.writeValueAsString(problem))
                .build();
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (!ofApi(request)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Cache-Control", "private, no-cache");
        if (request.getProperty(ALLOWANCE) instanceof Left left) {
            headers.putSingle("RateLimit-Policy", left.policy());
            headers.putSingle("RateLimit", left.state());
        }
        if (response.getEntity() instanceof Listing<?> listing) {
            link(response, listing.links().next(), "next");
            link(response, listing.links().previous(), "prev");
        }
    }

    private static void link(ContainerResponseContext response, @Nullable String href, String relation) {
        if (href != null) {
            response.getHeaders().add("Link", "<%s>; rel=\"%s\"".formatted(href, relation));
        }
    }

    private static boolean ofApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }
}
