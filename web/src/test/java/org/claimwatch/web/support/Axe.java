package org.claimwatch.web.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.support.AxeRun;

/** Has axe look at a page with all its rules. */
public final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private Axe() {}

    /** Axe is on every page from the start: the browser then reads its half a megabyte once instead of for each page. */
    public static void in(BrowserContext context) {
        context.addInitScript(SCRIPT);
    }

    /** Each rule that the page breaks, with some places where. */
    public static List<?> violations(Page page) {
        return violations(page, Map.of());
    }

    private static List<?> violations(Page page, Map<String, ?> options) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<?>) page.evaluate(AxeRun.VIOLATIONS, options);
    }

    /** The rules about colours alone (of WCAG's level AA): in nothing else does a page that all rules have seen differ between day and night. */
    public static List<?> ofColours(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        return violations(page, Map.of("runOnly", List.of("color-contrast", "link-in-text-block")));
    }
}
