package org.claimwatch.web.alert;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.claimwatch.web.words.AlertWords;

/**
 * Posts JSON to strangers' servers: to the open web only, over TLS, following no redirect, reading nothing of the answer
 * but its status, and signed so that the receiver knows who speaks and when.
 *
 * <p>{@code Claimwatch-Signature: v1=} is the HMAC-SHA256, in hex, of the timestamp, a dot and the body, under the channel's
 * secret; {@code Claimwatch-Timestamp} is in seconds since 1970, and a receiver refuses what is older than some minutes.
 */
@ApplicationScoped
class WebhookClient {
    /**
     * What came of it.
     *
     * @param status of the answer, 0 where there was none
     */
    record Reply(int status, String words) {
        boolean taken() {
            return status / 100 == 2;
        }
    }

    private final PublicAddresses addresses;
    private final CloseableHttpClient client;
    private final Clock clock;

    WebhookClient(AlertConfig config, Clock clock) {
        this.clock = clock;
        this.addresses = new PublicAddresses(config.allowedHosts().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
        Timeout patience = Timeout.of(config.patience());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Claimwatch")
                .build();
    }

    /** What is wrong with an address, for the person who entered it; empty where a webhook may have it. */
    Optional<String> problem(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Optional.of(AlertWords.SAY.noWebAddress(address));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            return Optional.of(AlertWords.SAY.noWebhook(address));
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && addresses.allows(uri.getHost());
        return secure || plain ? Optional.empty() : Optional.of(AlertWords.SAY.webhookHttps());
    }

    Reply post(String address, String secret, String token, String body) {
        Optional<String> problem = problem(address);
        if (problem.isPresent()) {
            return new Reply(0, problem.get());
        }
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        var request = new HttpPost(address);
        request.setHeader("Claimwatch-Timestamp", timestamp);
        request.setHeader("Claimwatch-Signature", "v1=" + signature(secret, timestamp, body));
        request.setHeader("Claimwatch-Notice", token);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        try {
            return client.execute(request, answer -> new Reply(answer.getCode(), "answered " + answer.getCode()));
        } catch (IOException e) {
            return new Reply(0, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    static String signature(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
