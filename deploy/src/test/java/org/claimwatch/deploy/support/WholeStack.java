package org.claimwatch.deploy.support;

import java.io.PrintStream;
import java.nio.file.Path;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the whole of Claimwatch: one stack for all of them, on free ports, with new data. */
public final class WholeStack implements ParameterResolver {
    /** A stack that JUnit closes after the last test. */
    private record Started(LocalStack stack) implements AutoCloseable {
        static Started now() {
            Folders folders = folders("whole");
            LocalStack stack = new LocalStack(folders, Ports.free(), RunOptions.of("--fresh"), out());
            try {
                stack.start();
                return new Started(stack);
            } catch (Exception | LinkageError e) {
                new Started(stack).close();
                throw new IllegalStateException("The stack did not start", e);
            }
        }

        @Override
        public void close() {
            try {
                stack.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Data of its own for a test, beside the programs that every stack of this project shares. */
    public static Folders folders(String name) {
        return Folders.ofProject(Path.of("..").toAbsolutePath().normalize())
                .withData(Path.of("target/stack", name).toAbsolutePath());
    }

    private static PrintStream out() {
        return System.out;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(WholeStack.class))
                .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .stack();
    }
}
