package org.claimwatch.web.support;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;

/** What pages look like, for a person to look at; as JPEG, which costs half of what PNG does. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target/screenshots");
    private static final int QUALITY = 70;

    private Pictures() {}

    public static void take(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setPath(FOLDER.resolve(name + ".jpg")));
    }
}
