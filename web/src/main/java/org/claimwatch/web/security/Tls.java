package org.claimwatch.web.security;

import jakarta.ws.rs.core.UriInfo;

/** Whether a request came over TLS, to us or to the proxy before us: its cookies then go over nothing else. */
public final class Tls {
    private Tls() {}

    public static boolean of(UriInfo uri) {
        return "https".equals(uri.getRequestUri().getScheme());
    }
}
