package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Ben, analyst of river-desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "ben",
        roles = {"/teams/river-desk/analyst"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-ben"),
            @Claim(key = "name", value = "Ben"),
            @Claim(key = "email", value = "ben@example.org")
        })
public @interface AsBen {}
