package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Ada, admin of river-desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "ada",
        roles = {"/teams/river-desk/admin", "/instance-admins"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-ada"),
            @Claim(key = "name", value = "Ada"),
            @Claim(key = "email", value = "ada@example.org")
        })
public @interface AsAda {}
