package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Noor, analyst of health-desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "noor",
        roles = {"/teams/health-desk/analyst"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-noor"),
            @Claim(key = "name", value = "Noor"),
            @Claim(key = "email", value = "noor@example.org")
        })
public @interface AsNoor {}
