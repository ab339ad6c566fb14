package org.claimwatch.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who signs in as a browser does, through Keycloak's own form, and then asks for pages. */
final class WebUser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client;
    private final URI home;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    WebUser(HttpClient client, URI home) {
        this.client = client;
        this.home = home;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        HttpResponse<byte[]> form = follow(request(home.resolve("/")).GET().build());
        Matcher action = FORM.matcher(new String(form.body(), StandardCharsets.UTF_8));
        if (!action.find()) {
            throw new IOException("No sign-in form at " + form.uri() + ", status " + form.statusCode());
        }
        String fields = "username=%s&password=%s&credentialId=".formatted(encoded(name), encoded(password));
        HttpResponse<byte[]> page = follow(request(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
        if (page.statusCode() != 200 || page.uri().getPort() != home.getPort()) {
            throw new IOException(name + " was not signed in: " + page.uri() + ", status " + page.statusCode());
        }
    }

    /** A page as the browser gets it, compressed; who is led elsewhere has not got it. */
    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(home.resolve(path)).GET().build());
    }

    private HttpResponse<byte[]> follow(HttpRequest first) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(first);
        for (int i = 0; i < MOST_REDIRECTS && response.statusCode() / 100 == 3; i++) {
            URI to = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(request(to).GET().build());
        }
        return response;
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2)).header("Accept", "text/html");
        // Keycloak's pages are read here, and nothing unpacks them.
        if (address.getPort() == home.getPort()) {
            request.header("Accept-Encoding", "gzip");
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        for (String line : response.headers().allValues("Set-Cookie")) {
            String pair = line.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            if (value.isEmpty() || line.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
        return response;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
