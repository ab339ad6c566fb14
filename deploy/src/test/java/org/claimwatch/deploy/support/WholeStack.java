package org.claimwatch.deploy.support;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the whole of Claimwatch and a browser: one of each for all of them, on free ports, with new data. */
public final class WholeStack implements ParameterResolver {
    /** Between two requests to one host, whoever makes them. */
    public static final Duration MINIMUM_GAP = Duration.ofMillis(300);

    /** What the defaults would have a test wait minutes for. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "CLAIMWATCH_DIGEST_LOOK_EVERY", "PT2S",
            "CLAIMWATCH_ALERT_LOOK_EVERY", "PT2S",
            "CLAIMWATCH_FETCH_MINIMUM_GAP", MINIMUM_GAP.toString(),
            "CLAIMWATCH_POLL_EVERY", "PT1S",
            "CLAIMWATCH_MAIL_RETRY_AFTER", "PT1S",
            "CLAIMWATCH_MAIL_PATIENCE", "PT10S");

    /** Data of its own for a test, beside the programs that every stack of this project shares. */
    public static Folders folders(String name) {
        return Folders.ofProject(Path.of("..").toAbsolutePath().normalize())
                .withData(Path.of("target/stack", name).toAbsolutePath());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalStack.class || type == Browser.class || type == TraceCollector.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = context.getRoot().getStore(Namespace.create(WholeStack.class));
        Class<?> type = parameter.getParameter().getType();
        TraceCollector collector =
                shared.getOrComputeIfAbsent(TraceCollector.class, key -> collecting(), TraceCollector.class);
        if (type == TraceCollector.class) {
            return collector;
        }
        return type == LocalStack.class
                ? shared.getOrComputeIfAbsent(LocalStack.class, key -> started(collector), LocalStack.class)
                : shared.getOrComputeIfAbsent(Browsers.class, key -> opened(), Browsers.class)
                        .browser();
    }

    private static TraceCollector collecting() {
        try {
            return new TraceCollector();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a cluster has it: lines of the logs are JSON and traces go to a collector. */
    private static LocalStack started(TraceCollector collector) {
        // The mail catcher's threads die with the connections that a test cuts, and that is no failure of the test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Map<String, String> settings = new HashMap<>(IMPATIENT);
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        settings.putAll(collector.settings());
        LocalStack stack =
                new LocalStack(folders("whole"), Ports.free(), RunOptions.of("--fresh"), System.out, settings);
        try {
            stack.start();
            return stack;
        } catch (IOException | RuntimeException e) {
            try (stack) {
                throw new IllegalStateException("The stack did not start: " + e.getMessage(), e);
            } catch (IOException closing) {
                throw new UncheckedIOException(closing);
            }
        }
    }

    private static Browsers opened() {
        try {
            return Browsers.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
