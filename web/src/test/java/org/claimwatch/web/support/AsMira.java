package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Mira, admin of health-desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "mira",
        roles = {"/teams/health-desk/admin"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-mira"),
            @Claim(key = "name", value = "Mira"),
            @Claim(key = "email", value = "mira@example.org")
        })
public @interface AsMira {}
