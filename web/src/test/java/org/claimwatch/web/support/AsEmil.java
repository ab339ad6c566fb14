package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Emil, editor of river-desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "emil",
        roles = {"/teams/river-desk/editor"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-emil"),
            @Claim(key = "name", value = "Emil"),
            @Claim(key = "email", value = "emil@example.org")
        })
public @interface AsEmil {}
