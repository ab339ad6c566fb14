package org.claimwatch.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client with everything off that would act by itself: redirects, retries, cookies, passwords, unpacking. */
final class WebClient {
    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_LENGTH = 16_384;

    /** A host's next request comes a few seconds later, if at all. */
    private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(10);

    private WebClient() {}

    static CloseableHttpClient of(FetchConfig config, CheckedResolver resolver, WatchfulTrust trust) {
        Timeout firstByte = Timeout.of(config.firstByteTime());
        return HttpClients.custom()
                .setConnectionManager(connections(config, resolver, trust))
                .setUserAgent(config.userAgent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(firstByte)
                        .setConnectionRequestTimeout(Timeout.of(config.totalTime()))
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .evictIdleConnections(KEPT_OPEN)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            FetchConfig config, CheckedResolver resolver, WatchfulTrust trust) {
        Timeout connect = Timeout.of(config.connectTime());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                // A pool for each host and no limit over all: whoever holds connections holds only its own.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(2)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_LENGTH)
                                .build())
                        // So that the archive has the bytes as they came.
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(config.firstByteTime()))
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(context(trust))
                        .setTlsVersions(TLS.V_1_2, TLS.V_1_3)
                        .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                        .buildClassic())
                .build();
    }

    private static SSLContext context(WatchfulTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has TLS", e);
        }
    }
}
