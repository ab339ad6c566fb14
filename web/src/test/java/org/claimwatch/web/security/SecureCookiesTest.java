package org.claimwatch.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsAda;
import org.junit.jupiter.api.Test;

/** What came over TLS, to us or to the proxy before us, goes back over nothing else. */
@QuarkusTest
class SecureCookiesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private static Response get(String path, String scheme) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", scheme)
                .get(path);
    }

    private static List<String> cookies(Response answer) {
        return answer.headers().getValues("Set-Cookie");
    }

    @Test
    void so_does_what_sign_in_keeps() {
        assertThat(cookies(get("/", "https")))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).contains("secure", "httponly"));
        assertThat(get("/", "https").header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(cookies(get("/", "http"))).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(get("/", "http").header("Strict-Transport-Security")).isNull();
    }

    @Test
    @AsAda
    void so_do_those_of_pages() {
        Response page = get("/teams/river-desk/monitors", "https");
        assertThat(cookies(page))
                .anyMatch(cookie -> cookie.startsWith("csrf-token="))
                .anyMatch(cookie -> cookie.startsWith("last-team="))
                .allSatisfy(
                        cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).contains("secure", "httponly"));
        var token = TOKEN.matcher(page.asString());
        assertThat(token.find()).isTrue();
        Response chosen = given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .cookies(page.cookies())
                .formParams(Map.of("csrf-token", token.group(1), "language", "en", "back", "/"))
                .post("/language");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(cookies(chosen))
                .anyMatch(cookie -> cookie.startsWith("language=en"))
                .allSatisfy(
                        cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).contains("secure", "httponly"));
    }
}
