package org.claimwatch.web.support;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** What pages look like, for a person to look at; they prove nothing, so the run of all tests ({@code -Dwhole}) takes none. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target/screenshots");
    private static final boolean NOBODY_LOOKS = System.getProperty("whole") != null;

    private Pictures() {}

    public static void take(Page page, String name) {
        if (!NOBODY_LOOKS) {
            page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
        }
    }
}
