package org.claimwatch.web.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that notices whatever runs on a page or is asked of another server. */
public final class Trap implements AutoCloseable {
    /** Opens what is folded, and does to each element what its handlers and its link wait for. */
    private static final String PROVOKE = """
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
            }""";

    private final BrowserContext context;
    private final Page page;
    private final List<String> caught = new CopyOnWriteArrayList<>();

    private Trap(BrowserContext context, List<String> allowed) {
        this.context = context;
        // A pattern is matched in the browser's driver; what may be asked makes no way to here and back.
        String ours =
                allowed.stream().map(address -> address.replace(".", "\\.")).collect(Collectors.joining("|"));
        context.route(Pattern.compile("^(?!" + ours + ")"), route -> {
            caught.add("asked " + route.request().url());
            // Nothing, rather than an error page, which would be a page that one is led away to.
            route.fulfill(new FulfillOptions().setStatus(204));
        });
        // Nothing of ours that runs is in a style sheet, and to lay pages out by them takes nearly half of a visit.
        context.route(
                Pattern.compile("^(?:" + ours + ").*\\.css$"),
                route -> route.fulfill(new FulfillOptions().setStatus(200).setContentType("text/css")));
        page = context.newPage();
        page.onDialog(dialog -> {
            caught.add("opened a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /**
     * A trap.
     *
     * @param lenient whether pages are shown without their policy, so that it hides no fault of theirs
     * @param allowed what the addresses that may be asked begin with
     */
    public static Trap set(Browser browser, boolean lenient, String... allowed) {
        return new Trap(browser.chromium().newContext(new NewContextOptions().setBypassCSP(lenient)), List.of(allowed));
    }

    /** What happened on the page. */
    public List<String> caughtAt(String address) {
        caught.clear();
        page.navigate(address);
        var all = new ArrayList<String>();
        try {
            Object mark = page.evaluate(PROVOKE);
            if (mark != null) {
                all.add("ran payload " + mark);
            }
        } catch (PlaywrightException left) {
            all.add("left the page: " + left.getMessage());
        }
        all.addAll(caught);
        return all;
    }

    public Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }
}
