package org.claimwatch.web.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.Routes.Route;
import org.jspecify.annotations.Nullable;

/** Fills in a form as a browser does: from the page that holds it, with the token that the page carries. */
public final class Forms {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private static @Nullable Response visited;

    private Forms() {}

    /** As a browser that has been here before: any page with a form will do, whose cookie and token serve for all forms. */
    private static Response page() {
        Response page = visited;
        if (page == null) {
            page = given().get("/account");
            token(page);
            visited = page;
        }
        return page;
    }

    public static Response post(String path, Map<String, ?> fields) {
        Response page = page();
        return given().redirects()
                .follow(false)
                .cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", token(page))
                .formParams(fields)
                .post(path);
    }

    /** A page, or a form with what every form of the application has a field of, as whoever is signed in asks for it. */
    public static Response ask(Route route, String slug, long id) {
        String path = route.path(slug, id);
        if (route.uploads()) {
            return upload(path, "list", "x.csv", new byte[0]);
        }
        return route.reads()
                ? given().redirects().follow(false).get(path)
                : post(path, Map.of("statement", 1, "name", "", "query", "", "of", 1));
    }

    /** A form with a file in it. */
    public static Response upload(String path, String field, String fileName, byte[] content) {
        Response page = page();
        return given().redirects()
                .follow(false)
                .cookies(page.cookies())
                .multiPart("csrf-token", token(page))
                .multiPart(field, fileName, content)
                .post(path);
    }

    private static String token(Response page) {
        Matcher token = TOKEN.matcher(page.asString());
        if (!token.find()) {
            throw new AssertionError("No token in the form of /account");
        }
        return token.group(1);
    }

    /** The page after a form that leads there. */
    public static String postAndFollow(String path, Map<String, ?> fields) {
        Response response = post(path, fields);
        if (response.statusCode() != 303) {
            throw new AssertionError("%s answered %d: %s".formatted(path, response.statusCode(), response.asString()));
        }
        String location = response.header("Location");
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
