package org.claimwatch.deploy.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.claimwatch.common.support.AxeRun;
import org.claimwatch.deploy.local.LocalStack;

/** A person in front of a browser of their own, who looks at every page with care. */
public final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final boolean NOBODY_LOOKS = System.getProperty("whole") != null;
    private static final int WIDE = 1440;
    private static final int NARROW = 320;

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Visitor(BrowserContext context, String home) {
        this.context = context;
        this.page = context.newPage();
        this.home = home;
    }

    /** Opens the dashboard, is led to Keycloak's page, and signs in there. */
    public static Visitor signedIn(Browser browser, LocalStack stack, String username) {
        return signedIn(stranger(browser, stack), stack, username);
    }

    /** In a browser that forgets each page's policy, so that it hides no fault of the page, and notices whatever runs. */
    public static Visitor withoutThePolicy(Browser browser, LocalStack stack, String username) {
        Visitor visitor = signedIn(stranger(browser, stack, true), stack, username);
        // A pattern is matched in the browser's driver; what the dashboard is asked for makes no way to here and back.
        String ours = visitor.home.replace(".", "\\.") + "/";
        visitor.context.route(Pattern.compile("^(?!" + ours + ")"), route -> {
            visitor.asked.add("asked " + route.request().url());
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        // Nothing of ours that runs is in a style sheet, and to lay pages out by them takes nearly half of a visit.
        visitor.context.route(
                Pattern.compile("^" + ours + ".*\\.css$"),
                route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setContentType("text/css")));
        visitor.page.onDialog(dialog -> {
            visitor.asked.add("opened a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return visitor;
    }

    private static Visitor signedIn(Visitor visitor, LocalStack stack, String username) {
        visitor.open("/");
        assertThat(visitor.page.url()).contains(":" + stack.ports().keycloak() + "/realms/claimwatch/");
        visitor.signIn(username);
        return visitor;
    }

    /** Somebody who has not signed in. */
    public static Visitor stranger(Browser browser, LocalStack stack) {
        return stranger(browser, stack, false);
    }

    private static Visitor stranger(Browser browser, LocalStack stack, boolean lenient) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, 900)
                        .setBypassCSP(lenient)
                        // Colours that are still on their way from light to dark would be measured otherwise.
                        .setReducedMotion(ReducedMotion.REDUCE)),
                "http://127.0.0.1:" + stack.ports().web());
    }

    /** On Keycloak's page. */
    public void signIn(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill("claimwatch");
        page.locator("#kc-login").click();
        page.waitForURL(home + "/**");
    }

    public Page page() {
        return page;
    }

    public String home() {
        return home;
    }

    /** Goes to an address of the dashboard, or to any other. */
    public void open(String address) {
        page.navigate(address.startsWith("/") ? home + address : address);
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    /** Asks for a path as this person's browser would, and does not follow to another. */
    public APIResponse get(String path) {
        return context.request().get(home + path, RequestOptions.create().setMaxRedirects(0));
    }

    public APIResponse post(String path) {
        return context.request().post(home + path, RequestOptions.create().setMaxRedirects(0));
    }

    /** What runs on a page, or is asked of another server, when all that is folded opens and every handler gets its event. */
    public List<String> caughtAt(String path) {
        asked.clear();
        open(path);
        var all = new ArrayList<String>();
        try {
            Object mark = page.evaluate("""
                    async () => {
                      document.querySelectorAll("details").forEach((all) => (all.open = true));
                      for (const element of document.querySelectorAll("*")) {
                        for (const { name } of [...element.attributes])
                          if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
                        if (element.protocol === "javascript:") element.click();
                        if (/^\\s*java\\s*script:/i.test(element.getAttribute("action") ?? "")) element.submit();
                      }
                      await new Promise((settled) => setTimeout(settled, 20));
                      return window.hit ?? null;
                    }""");
            if (mark != null) {
                all.add("ran payload " + mark);
            }
        } catch (PlaywrightException left) {
            all.add("left the page: " + left.getMessage());
        }
        all.addAll(asked);
        return all;
    }

    /** The element, which must be there and visible. */
    public Locator sees(String selector) {
        Locator found = page.locator(selector).first();
        found.waitFor();
        return found;
    }

    /**
     * Has axe and a ruler look at the page, wide and narrow, and keeps pictures; in the dark at its contrast alone, for colours
     * are all that changes there.
     */
    public void looksAt(String name) {
        looksAtOnce(name + "-1440", Map.of());
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        looksAtOnce(name + "-1440-dark", Map.of("runOnly", List.of("color-contrast")));
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW, 800);
        Object width = page.evaluate("document.documentElement.scrollWidth");
        if (!width.equals(NARROW)) {
            complaints.add("%s: %s pixels wide on a screen of %d".formatted(name, width, NARROW));
        }
        looksAtOnce(name + "-320", Map.of());
        page.setViewportSize(WIDE, 900);
    }

    /** For a person to look at; it proves nothing, so the run of all tests takes none. */
    public void picture(String name) {
        if (!NOBODY_LOOKS) {
            page.screenshot(new ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }

    /** Everything that was wrong with the pages looked at. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }

    private void looksAtOnce(String name, Map<String, ?> options) {
        picture(name);
        page.evaluate(AxeBuilder.getAxeScript());
        List<?> violations = (List<?>) page.evaluate(AxeRun.VIOLATIONS, options);
        violations.forEach(violation -> complaints.add(name + ": " + violation));
    }
}
