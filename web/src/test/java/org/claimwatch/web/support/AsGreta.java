package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Greta, analyst of desks whose numbers are held to the files. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "greta",
        roles = {"/teams/gold-desk/analyst", "/teams/gold-queue/analyst"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-greta"),
            @Claim(key = "name", value = "Greta"),
            @Claim(key = "email", value = "greta@example.org")
        })
public @interface AsGreta {}
