package org.claimwatch.ingest.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Asks one address once, within limits of size and time, and never an address that points inside. */
@Singleton
public class Fetcher {
    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_LENGTH = 16_384;

    private final FetchConfig config;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    public Fetcher(FetchConfig config) {
        this.config = config;
        Timeout connect = Timeout.of(config.connectTime());
        Timeout total = Timeout.of(config.totalTime());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedResolver(config.allowedRanges().orElse(List.of())))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_LENGTH)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(total)
                        .build())
                .setMaxConnTotal(1_000)
                .setMaxConnPerRoute(2)
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(config.userAgent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(total)
                        .setConnectionRequestTimeout(total)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    /**
     * Asks once; a redirect is an answer like any other.
     *
     * @throws FetchFailedException if the address may not be fetched, or no complete answer came in time
     */
    public Reply get(URI url, Validators validators) throws FetchFailedException {
        if (url.getRawUserInfo() != null || url.getRawAuthority().contains("@")) {
            throw FetchFailedException.refused("the address holds a user name or password: " + url.getHost());
        }
        HttpGet request = new HttpGet(url);
        request.setHeader("Accept", "*/*");
        if (validators.etag() != null) {
            request.setHeader("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            request.setHeader("If-Modified-Since", validators.lastModified());
        }
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::abort, config.totalTime().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, response -> read(url, response));
        } catch (CheckedResolver.RefusedHostException e) {
            throw FetchFailedException.refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw FetchFailedException.failed(inWords(url, e, request.isAborted()));
        } finally {
            deadline.cancel(false);
        }
    }

    private Reply read(URI url, ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = {};
        if (response.getEntity() != null) {
            try (InputStream in = response.getEntity().getContent()) {
                body = in.readNBytes(config.maxBytes() + 1);
            }
            if (body.length > config.maxBytes()) {
                throw new TooLargeException();
            }
        }
        return new Reply(url, response.getCode(), headers, body);
    }

    private String inWords(URI url, IOException e, boolean outOfTime) {
        String host = url.getHost();
        String said = String.valueOf(e.getMessage());
        return switch (e) {
            case IOException late
            when outOfTime ->
                host + " did not finish within " + config.totalTime().toSeconds() + " s";
            case TooLargeException big -> host + " sent more than " + config.maxBytes() / 1024 + " KB";
            case UnknownHostException unknown -> "there is no host named " + host;
            case SocketTimeoutException slow -> host + " did not answer in time";
            case ConnectException closed -> host + " did not accept the connection";
            case SSLException untrusted -> "no trusted connection to " + host + ": " + said;
            default -> "the connection to " + host + " broke: " + said;
        };
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
