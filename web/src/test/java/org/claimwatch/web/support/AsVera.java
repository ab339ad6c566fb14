package org.claimwatch.web.support;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Signed in as Vera, viewer of river-desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@TestSecurity(
        user = "vera",
        roles = {"/teams/river-desk/viewer"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-vera"),
            @Claim(key = "name", value = "Vera"),
            @Claim(key = "email", value = "vera@example.org")
        })
public @interface AsVera {}
