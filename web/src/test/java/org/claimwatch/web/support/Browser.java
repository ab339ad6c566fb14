package org.claimwatch.web.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium that the machine has; the tests of the whole fetch one where there is none. */
public final class Browser implements AutoCloseable {
    /** Each thread's own, for tests one after the other: to start one takes longer than most of them. */
    private static final ThreadLocal<Browser> KEPT = new ThreadLocal<>();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final boolean kept;

    private Browser(Path executable, boolean kept) {
        this.kept = kept;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        boolean root = System.getProperty("user.name").equals("root");
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(root ? List.of("--no-sandbox") : List.of()));
    }

    public static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The thread's, which stays until all tests are done, without what was open in it; skips the test where there is none. */
    public static Browser open() {
        Optional<Path> chromium = installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        Browser browser = KEPT.get();
        if (browser == null || !browser.chromium.isConnected()) {
            browser = new Browser(chromium.get(), true);
            KEPT.set(browser);
        }
        return browser;
    }

    /** One of its own, which ends with its use. */
    public static Browser open(Path executable) {
        return new Browser(executable, false);
    }

    public com.microsoft.playwright.Browser chromium() {
        return chromium;
    }

    public BrowserContext withoutScripts() {
        return chromium.newContext(new NewContextOptions().setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        if (kept) {
            chromium.contexts().forEach(BrowserContext::close);
            return;
        }
        chromium.close();
        playwright.close();
    }
}
