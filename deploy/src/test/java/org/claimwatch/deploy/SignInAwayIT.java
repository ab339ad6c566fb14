package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak is down: whoever is signed in goes on, whoever is not is told what is wrong, and once it is up all is as before. */
@ExtendWith(WholeStack.class)
@EnabledIfSystemProperty(named = "crash.blows", matches = "\\d+", disabledReason = "part of ./claimwatch test --crash")
class SignInAwayIT {
    @Test
    void who_is_signed_in_goes_on_and_who_is_not_is_told(LocalStack stack, Browser browser) throws Exception {
        new ReadPress(stack.database()).awaitEnd();
        try (Visitor ben = Visitor.signedIn(browser, stack, "ben");
                Visitor stranger = Visitor.stranger(browser, stack)) {
            stack.keycloak().close();
            try {
                awaitSignIn(stack, 0);
                ben.open("/claims");
                ben.sees("h1");
                assertThat(ben.get("/outlets").status()).isEqualTo(200);
                assertThat(ready(stack)).as("a balancer goes on sending people").isEqualTo(200);

                stranger.open("/outlets");
                assertThat(stranger.sees("h1").innerText()).isEqualTo("Nobody can sign in just now");
                assertThat(stranger.sees("main").innerText())
                        .contains("127.0.0.1:" + stack.ports().keycloak())
                        .contains("has not answered since");
                assertThat(stranger.get("/sign-in-away?to=https://elsewhere.example/")
                                .text())
                        .doesNotContain("elsewhere.example");
                stranger.looksAt("sign-in-away");
                assertThat(stranger.complaints()).isEmpty();
                stranger.sees("main a[role=button]").click();
                assertThat(stranger.sees("h1").innerText()).isEqualTo("Nobody can sign in just now");
            } finally {
                stack.keycloak().start();
            }
            awaitSignIn(stack, 1);
            assertThat(ben.get("/outlets").status()).isEqualTo(200);
            stranger.sees("main a[role=button]").click();
            stranger.signIn("vera");
            assertThat(stranger.page().url()).isEqualTo(stranger.home() + "/outlets");
        }
    }

    private static void awaitSignIn(LocalStack stack, int up) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(
                                "http://127.0.0.1:%d/q/metrics",
                                stack.ports().probes().web())
                        .body()
                        .contains("claimwatch_web_signin_up %d.0".formatted(up)));
    }

    private static int ready(LocalStack stack) throws IOException, InterruptedException {
        return get("http://127.0.0.1:%d/q/health/ready", stack.ports().probes().web())
                .statusCode();
    }

    private static java.net.http.HttpResponse<String> get(String address, int port)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address.formatted(port))).build(), BodyHandlers.ofString());
        }
    }
}
