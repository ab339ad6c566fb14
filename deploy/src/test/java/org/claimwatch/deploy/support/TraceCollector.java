package org.claimwatch.deploy.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Takes traces as a collector does (OTLP over HTTP, protobuf) and keeps the newest. */
public final class TraceCollector implements AutoCloseable {
    private static final int KEPT = 50_000;

    /**
     * One step of a trace.
     *
     * @param parent empty where the trace begins
     * @param task which task of its queue; empty where the span is none
     * @param links traces that it is about
     */
    public record Seen(
            String service, String name, String trace, String id, String parent, String task, List<String> links) {}

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Seen> spans = new ConcurrentLinkedDeque<>();

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What tells a service to send its traces here. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "1S");
    }

    /** Oldest first. */
    public List<Seen> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            InputStream body = exchange.getRequestBody();
            var sent = ExportTraceServiceRequest.parseFrom(packed ? new GZIPInputStream(body) : body);
            for (ResourceSpans of : sent.getResourceSpansList()) {
                String service = value(of.getResource().getAttributesList(), "service.name");
                of.getScopeSpansList()
                        .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(seen(service, span))));
            }
            while (spans.size() > KEPT) {
                spans.poll();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Seen seen(String service, Span span) {
        return new Seen(
                service,
                span.getName(),
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                value(span.getAttributesList(), "claimwatch.task"),
                span.getLinksList().stream().map(link -> hex(link.getTraceId())).toList());
    }

    private static String hex(com.google.protobuf.ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private static String value(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(it -> it.getKey().equals(key))
                .map(it -> it.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }
}
