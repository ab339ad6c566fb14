package org.claimwatch.deploy.support;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;

/** A launcher that a test can kill: the stack without the services, in a process of its own. */
public final class StackInItsOwnProcess {
    public static final String READY = "The stack is ready";

    private StackInItsOwnProcess() {}

    public static void main(String[] arguments) throws Exception {
        Folders folders =
                Folders.ofProject(Path.of("..").toAbsolutePath().normalize()).withData(Path.of(arguments[0]));
        RunOptions options = RunOptions.of("--without", "ingest", "--without", "analysis", "--without", "web");
        LocalStack stack = new LocalStack(folders, Ports.free(), options, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stack)));
        stack.start();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    private static void close(LocalStack stack) {
        try {
            stack.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
