package org.claimwatch.ingest.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Asks one address once, within limits of size and time, and never an address that points inside. */
@Singleton
public class Fetcher {
    /** What chunk sizes and their extensions may add to a body, as a multiple of the largest body. */
    private static final int MAX_OVERHEAD = 2;

    private final FetchConfig config;
    private final AddressRules rules;
    private final CheckedResolver resolver;
    private final CloseableHttpClient http;
    private final FailureInWords failures;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    @Inject
    public Fetcher(FetchConfig config) {
        this(config, InetAddress::getAllByName, WatchfulTrust.of(null));
    }

    Fetcher(FetchConfig config, CheckedResolver.Lookup lookup, WatchfulTrust trust) {
        this.config = config;
        this.rules = new AddressRules(config.allowedRanges().orElse(List.of()));
        this.resolver = new CheckedResolver(rules, lookup, config.connectTime());
        this.http = WebClient.of(config, resolver, trust);
        this.failures = new FailureInWords(config);
    }

    /**
     * Asks once; a redirect is an answer like any other.
     *
     * @throws FetchFailedException if the address may not be fetched, or no complete answer came in time
     */
    public Reply get(URI url, Validators validators) throws FetchFailedException {
        return send(url, request(url, validators), config.maxBytes(), false);
    }

    /**
     * Like {@link #get}, but a body that is longer is no failure: the rest of it is not asked for.
     *
     * @param most bytes of which the beginning consists, as received and again unpacked
     * @throws FetchFailedException if the address may not be fetched, or not even the beginning came in time
     */
    public Reply beginning(URI url, int most) throws FetchFailedException {
        return send(url, request(url, Validators.NONE), most, true);
    }

    /**
     * Sends a form once, under the same rules as {@link #get}.
     *
     * @throws FetchFailedException if the address may not be asked, or no complete answer came in time
     */
    public Reply post(URI url, Map<String, String> form) throws FetchFailedException {
        HttpPost request = new HttpPost(pathAndQuery(url));
        request.setEntity(new UrlEncodedFormEntity(
                form.entrySet().stream()
                        .map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                        .toList(),
                StandardCharsets.UTF_8));
        return send(url, request, config.maxBytes(), false);
    }

    /** A body was longer than what was wanted of it. */
    private static final class CutOffException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Reply beginning;

        private CutOffException(Reply beginning) {
            this.beginning = beginning;
        }
    }

    private Reply send(URI url, HttpUriRequestBase request, int most, boolean cutOff) throws FetchFailedException {
        HttpHost target = target(url);
        HttpClientContext context = HttpClientContext.create();
        Instant start = Instant.now();
        var late = new AtomicBoolean();
        // Closing a connection may itself block; one host's end must not wait for another's.
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    Thread.startVirtualThread(request::abort);
                },
                config.totalTime().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return http.execute(target, request, context, response -> {
                Received received = received(response, context.getEndpointDetails(), request, most, cutOff);
                Reply reply = read(url, response, received, context, start);
                if (received.cut()) {
                    throw new CutOffException(reply);
                }
                return reply;
            });
        } catch (CutOffException enough) {
            return enough.beginning;
        } catch (IOException e) {
            throw failures.of(String.valueOf(url.getHost()), e, late.get());
        } finally {
            deadline.cancel(false);
        }
    }

    /** Where to connect, taken apart once, so that no two readers of the address can differ. */
    private static HttpHost target(URI url) throws FetchFailedException {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw FetchFailedException.refused("only http and https addresses are fetched, not " + scheme + ":");
        }
        if (url.getRawAuthority() == null || url.getHost() == null) {
            throw FetchFailedException.refused("the address names no host: " + url);
        }
        if (url.getRawUserInfo() != null || url.getRawAuthority().contains("@")) {
            throw FetchFailedException.refused("the address holds a user name or password: " + url.getHost());
        }
        if (ForbiddenPorts.contains(url.getPort())) {
            throw FetchFailedException.refused("port " + url.getPort() + " of " + url.getHost()
                    + " belongs to another service than the web; browsers refuse it too");
        }
        String host = HostName.read(url.getHost())
                .orElseThrow(() -> FetchFailedException.refused("that is no name of a host: " + url.getHost()));
        return new HttpHost(scheme, host, url.getPort());
    }

    private static String pathAndQuery(URI url) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return path + query;
    }

    private static HttpGet request(URI url, Validators validators) {
        HttpGet request = new HttpGet(pathAndQuery(url));
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", Body.ACCEPTED);
        if (validators.etag() != null) {
            request.setHeader("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            request.setHeader("If-Modified-Since", validators.lastModified());
        }
        return request;
    }

    private Reply read(
            URI url, ClassicHttpResponse response, Received received, HttpClientContext context, Instant start)
            throws IOException {
        InetAddress remote = ((InetSocketAddress) context.getEndpointDetails().getRemoteAddress()).getAddress();
        if (rules.refusal(remote).isPresent()) {
            throw new IllegalStateException("connected to " + remote + ", which was not checked");
        }
        Head head = Head.of(response);
        String encoding = head.all("Content-Encoding");
        Body body = received.cutOff()
                ? Body.unpackBeginning(received.bytes(), encoding, received.most())
                : Body.unpack(received.bytes(), encoding, received.most());
        Exchange exchange =
                new Exchange(start, remote, Head.lines(context.getRequest()), head.lines(), received.bytes());
        return new Reply(url, response.getCode(), head.byName(), body.unpacked(), exchange);
    }

    /**
     * A body as it came.
     *
     * @param cutOff whether the beginning is enough
     * @param cut whether there was more
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Received(byte[] bytes, int most, boolean cutOff, boolean cut) {}

    /** @throws Body.TooLargeException also where chunks bring more wrapping than content */
    private static Received received(
            ClassicHttpResponse response,
            EndpointDetails connection,
            HttpUriRequestBase request,
            int most,
            boolean cutOff)
            throws IOException {
        if (response.getEntity() == null) {
            return new Received(new byte[0], most, cutOff, false);
        }
        long before = connection.getReceivedBytesCount();
        byte[] received = new byte[16_384];
        int size = 0;
        // Not closed where there is too much: a stream that is closed reads its body to the end first.
        InputStream in = response.getEntity().getContent();
        for (int n = in.read(received); n >= 0; n = in.read(received, size, received.length - size)) {
            size += n;
            long wrapped = connection.getReceivedBytesCount() - before;
            if (size > most || wrapped > (long) MAX_OVERHEAD * most) {
                request.abort();
                if (cutOff && size > most) {
                    return new Received(Arrays.copyOf(received, most), most, true, true);
                }
                throw new Body.TooLargeException("sent more than " + most / 1024 + " KB");
            }
            if (size == received.length) {
                received = Arrays.copyOf(received, Math.min(size * 2, most + 1));
            }
        }
        in.close();
        return new Received(Arrays.copyOf(received, size), most, cutOff, false);
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        resolver.close();
        http.close();
    }
}
